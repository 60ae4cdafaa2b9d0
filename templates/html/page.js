(function () {
  'use strict';
  var root = document.documentElement, body = document.body;
  var field = document.getElementById('ui.search'), found = document.getElementById('ui.found');
  var list = found.querySelector('ol'), count = found.querySelector('p');
  var button = document.getElementById('ui.theme');
  var SHOWN = 100, AROUND = 40;

  /* ---- light and dark ---- */
  function remembered() { try { return localStorage.getItem('rolebook-theme'); } catch (e) { return null; } }
  function remember(theme) { try { localStorage.setItem('rolebook-theme', theme); } catch (e) { return; } }
  function isDark() {
    var theme = root.getAttribute('data-theme');
    return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme:dark)').matches;
  }
  function showTheme() { button.setAttribute('aria-pressed', String(isDark())); }
  if (remembered()) root.setAttribute('data-theme', remembered());
  button.addEventListener('click', function () {
    root.setAttribute('data-theme', isDark() ? 'light' : 'dark');
    remember(root.getAttribute('data-theme'));
    showTheme();
  });
  showTheme();

  /* ---- search: entries are [address, heading, words] ---- */
  var entries = null;
  /* Each character for itself, so that places in folded words are places in the words. */
  function fold(words) {
    return words.replace(/./gsu, function (c) {
      var folded = c.normalize('NFKC').toLowerCase();
      return folded.length === c.length ? folded : c;
    });
  }
  function tidy(words) { return words.replace(/\s+/g, ' ').trim(); }
  function entriesOfPage() {
    var all = [], above = [], last = null, walker, node, level;
    walker = document.createTreeWalker(document.getElementById('ui.main'), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while ((node = walker.nextNode())) {
      if (node.nodeType === 1) {
        if (/^H[1-6]$/.test(node.tagName)) {
          level = Number(node.tagName.charAt(1));
          above.length = level;
          above[level] = tidy(node.textContent);
          all.push(last = ['#' + node.id, above.slice(level > 3 ? level - 1 : level).filter(Boolean).join(' \u203A '), '']);
        } else if (last) last[2] += ' ';
      } else if (last) {
        if (!node.parentNode.closest('h1,h2,h3,h4,h5,h6,.away')) last[2] += node.data;
      }
    }
    return all;
  }
  function prepare(raw) {
    return raw.map(function (entry) {
      var words = tidy(entry[2]);
      return { address: entry[0], title: entry[1], words: words, foldedTitle: fold(entry[1]), folded: fold(words) };
    });
  }
  function whenReady(then) {
    if (entries) return then();
    var source = body.getAttribute('data-index');
    if (!source) { entries = prepare(entriesOfPage()); return then(); }
    if (window.rolebookIndex) { entries = prepare(window.rolebookIndex); return then(); }
    var script = document.createElement('script');
    script.src = source;
    script.onload = function () { entries = prepare(window.rolebookIndex || []); then(); };
    body.appendChild(script);
  }
  function score(entry, terms) {
    var points = 0, i;
    for (i = 0; terms.length > i; i++) {
      if (entry.foldedTitle.indexOf(terms[i]) >= 0) points += entry.foldedTitle === terms[i] ? 4 : 2;
      else if (entry.folded.indexOf(terms[i]) >= 0) points += 1;
      else return 0;
    }
    return points;
  }
  function addMarked(parent, words, term) {
    var at = fold(words).indexOf(term), mark;
    if (at === -1) { parent.appendChild(document.createTextNode(words)); return; }
    mark = document.createElement('mark');
    mark.textContent = words.slice(at, at + term.length);
    parent.appendChild(document.createTextNode(words.slice(0, at)));
    parent.appendChild(mark);
    parent.appendChild(document.createTextNode(words.slice(at + term.length)));
  }
  function excerpt(entry, term) {
    var at = entry.folded.indexOf(term), begin = Math.max(0, at - AROUND);
    if (at === -1) return entry.words.slice(0, 2 * AROUND);
    return (begin ? '\u2026' : '') + entry.words.slice(begin, at + term.length + 2 * AROUND);
  }
  function addResult(entry, term) {
    var item = document.createElement('li'), link = document.createElement('a'), words = document.createElement('p');
    link.href = entry.address;
    addMarked(link, entry.title, term);
    addMarked(words, excerpt(entry, term), term);
    item.appendChild(link);
    item.appendChild(words);
    list.appendChild(item);
  }
  function search() {
    var terms = fold(field.value).split(/\s+/).filter(Boolean);
    list.textContent = '';
    found.hidden = terms.length === 0;
    if (terms.length === 0) return;
    var hits = [];
    entries.forEach(function (entry, order) {
      var points = score(entry, terms);
      if (points) hits.push({ entry: entry, points: points, order: order });
    });
    hits.sort(function (a, b) { return b.points - a.points || a.order - b.order; });
    count.textContent = hits.length ? found.getAttribute('data-many').replace('#', hits.length) : found.getAttribute('data-none');
    hits.slice(0, SHOWN).forEach(function (hit) { addResult(hit.entry, terms[0]); });
  }
  function close() { found.hidden = true; }
  field.addEventListener('input', function () { whenReady(search); });
  field.form.addEventListener('submit', function (event) {
    event.preventDefault();
    var first = list.querySelector('a');
    if (first) first.click();
  });
  found.addEventListener('click', function (event) { if (event.target.closest('a')) close(); });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') close();
    var inField = /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === '/') if (!inField) { event.preventDefault(); field.focus(); }
  });
  document.addEventListener('click', function (event) { if (!found.contains(event.target)) if (event.target !== field) close(); });
  button.hidden = false;
  field.form.hidden = false;
  var asked = new URLSearchParams(location.search).get('q');
  if (asked) { field.value = asked; whenReady(search); }
}());
