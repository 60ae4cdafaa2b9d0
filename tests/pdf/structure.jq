# What PDF/UA-1 (ISO 14289-1) and PDF/A-2 (ISO 19005-2) ask of a file, as far as it can be told
# without a validator: one line a point, "ok" or "not ok" and why.
#   qpdf --json --json-stream-data=none FILE | jq -rf tests/pdf/structure.jq
def standard: ["Document", "Part", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
    "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "Code", "Link", "Annot",
    "Figure", "Formula", "Form"];
.qpdf[1] as $all
| def deref: if type == "string" and test("^[0-9]+ [0-9]+ R$") then $all["obj:" + .] else . end
    | if type == "object" and has("value") then .value
      elif type == "object" and has("stream") then .stream.dict else . end;
  def list: if . == null then [] elif type == "array" then . else [.] end;
  def name: ltrimstr("/");
  def words: if type == "string" then ltrimstr("u:") else "" end;
  def kids: [.["/K"] | deref | list | .[] | deref | objects | select(has("/S"))];
  def kinds: [kids[] | .["/S"] | name];
  def attribute($key): [.["/A"] | deref | list | .[] | deref | objects | .[$key]]
    | map(select(. != null)) | first;
  def only($allowed): (. - $allowed) | length == 0;
  def point($name; $faults): if ($faults | length) == 0 then "ok \($name)"
    else "not ok \($name): \($faults[0:3] | tojson)" end;
  def must($name; $holds): point($name; if $holds then [] else ["it does not"] end);
  ($all.trailer.value) as $trailer
| ($trailer["/Root"] | deref) as $root
| [$all[] | objects | (.value? // .stream?.dict?) | objects] as $objects
| [$objects[] | select(has("/S") and has("/P"))] as $elements
| [$objects[] | select(.["/Type"] == "/Page")] as $pages
| [$objects[] | select(.["/Type"] == "/Annot")] as $annotations
| [$objects[] | select(.["/Type"] == "/Font")] as $fonts
| [$objects[] | select(.["/Subtype"] == "/Image")] as $images
| ($root["/StructTreeRoot"] | deref) as $tree
| def of($kind): [$elements[] | select(.["/S"] == "/" + $kind)];
  def span($key): (attribute($key) // 1);
  def width: [kids[] | span("/ColSpan")] | add // 0;
  # The cells a row covers in the rows below it are taken off them.
  def widths: reduce (.[] | kids) as $cells ({widths: [], open: []};
        ([.open[] | select(.rows > 0) | .columns] | add // 0) as $covered
        | .widths += [$covered + ([$cells[] | span("/ColSpan")] | add // 0)]
        | .open = [.open[] | select(.rows > 1) | .rows -= 1]
            + [$cells[] | select(span("/RowSpan") > 1)
                | {rows: (span("/RowSpan") - 1), columns: span("/ColSpan")}]) | .widths;
  def rows: [kids[] | if .["/S"] == "/TR" then . else kids[] end | select(.["/S"] == "/TR")];
  def headings: [recurse(kids[]) | .["/S"] | name | select(test("^H[1-6]$")) | .[1:] | tonumber];
# ---- ISO 14289-1 ----
  must("7.1 the file says that it is tagged"; ($root["/MarkInfo"] | deref)["/Marked"] == true
      and (($root["/MarkInfo"] | deref)["/Suspects"] // false) == false),
  must("7.1 the title is shown in place of the file name";
      ($root["/ViewerPreferences"] | deref)["/DisplayDocTitle"] == true),
  must("7.1 the metadata are there"; ($root["/Metadata"] | deref)["/Subtype"] == "/XML"),
  must("7.2 the language is said"; ($root["/Lang"] | words | length) > 1),
  must("7.1 one Document holds all"; [$tree["/K"] | list | .[] | deref | .["/S"]] == ["/Document"]),
  point("7.1 each structure type is a standard one"; [$elements[] | .["/S"] | name] | unique | . - standard),
  point("7.3 each figure has an alternative and its box"; [of("Figure")[]
      | select((.["/Alt"] | words | length) == 0 or (attribute("/BBox") | length) != 4)]),
  point("7.4.2 no level of headings is passed over"; ($tree["/K"] | list | .[0] | deref | headings) as $h
      | [range(1; $h | length) | select($h[.] > $h[. - 1] + 1) | $h[. - 1:. + 1]]
      + (if ($h | length) > 0 and $h[0] != 1 then [$h[0]] else [] end)),
  point("7.5 each head cell has its scope"; [of("TH")[] | select(attribute("/Scope")
      | IN("/Row", "/Column", "/Both") | not)]),
  point("7.5 spans are whole numbers above one"; [of("TH")[], of("TD")[]
      | (attribute("/RowSpan"), attribute("/ColSpan")) | select(. != null and . < 2)]),
  point("7.5 tables hold heads, bodies and rows"; [of("Table")[] | kinds
      | select(only(["THead", "TBody", "TFoot", "TR", "Caption"]) | not)]),
  point("7.5 rows hold cells"; [of("TR")[] | kinds | select(only(["TH", "TD"]) | not)]),
  point("7.5 the rows of a table are equally wide"; [of("Table")[] | rows | widths | unique
      | select(length > 1)]),
  point("7.6 lists hold items"; [of("L")[] | kinds | select(only(["LI", "L", "Caption"]) | not)]),
  point("7.6 items hold a label and a body"; [of("LI")[] | kinds
      | select(only(["Lbl", "LBody"]) and any(.[]; . == "LBody") | not)]),
  point("7.7 contents hold entries"; [of("TOC")[] | kinds
      | select(only(["TOCI", "TOC", "Caption"]) | not)]),
  point("7.9 each note has a name of its own"; [of("Note")[] | .["/ID"]] as $names
      | if ($names | unique | length) == ($names | length) and all($names[]; . != null) then []
        else $names end),
  point("7.18.1 each annotation is in the structure"; [$annotations[]
      | select(.["/StructParent"] == null)]),
  point("7.18.3 pages with annotations are walked in the order of the structure"; [$pages[]
      | select(.["/Annots"] != null and .["/Tabs"] != "/S")]),
  point("7.18.5 each link says where it leads"; [$annotations[] | select(.["/Subtype"] == "/Link")
      | select((.["/Contents"] | words | length) == 0)]),
  point("7.18.5 each link is in a Link or Reference"; ([of("Link")[], of("Reference")[]
      | .["/K"] | deref | list | .[] | deref | objects | select(.["/Type"] == "/OBJR") | .["/Obj"]] | unique) as $tagged
      | [$pages[] | .["/Annots"] | deref | list | .[]] - $tagged),
  point("7.1 each page is in the parent tree"; [$pages[] | select(.["/StructParents"] == null)]),
  point("7.20 no form field or script"; [$root | keys[] | select(IN("/AcroForm", "/AA", "/OpenAction"))]),
  point("7.21.4 each font is embedded"; [$objects[] | select(.["/Type"] == "/FontDescriptor")
      | select(has("/FontFile2") or has("/FontFile3") | not)]),
  point("7.21.7 each font maps to Unicode"; [$fonts[] | select(.["/Subtype"] == "/Type0")
      | select(has("/ToUnicode") | not)]),
  point("7.21.3 TrueType fonts say how codes become glyphs"; [$fonts[]
      | select(.["/Subtype"] == "/CIDFontType2" and (has("/CIDToGIDMap") | not))]),
# ---- ISO 19005-2 ----
  must("6.1.3 the file has an identifier"; ($trailer["/ID"] | length) == 2),
  must("6.1.3 it is not encrypted"; $trailer | has("/Encrypt") | not),
  must("6.1.2 its version is at most 1.7"; .qpdf[0].pdfversion <= "1.7"),
  point("6.1.7 no stream is compressed by LZW or kept in another file"; [$objects[]
      | select((.["/Filter"] | list | any(.[]; . == "/LZWDecode")) or (has("/Length") and has("/F")))]),
  point("6.2.3 an output intent, where one is wanted, is sRGB"; [$root["/OutputIntents"] | deref | list | .[]
      | deref | select(.["/S"] != "/GTS_PDFA1" or (.["/DestOutputProfile"] | deref)["/N"] != 3)]),
  point("6.2.8 pictures are not interpolated or replaced"; [$images[]
      | select(.["/Interpolate"] == true or has("/Alternates") or has("/OPI"))]),
  point("6.2.10 nothing is blended"; [$objects[] | select(has("/BM")) | .["/BM"] | select(. != "/Normal")]),
  point("6.3.2 annotations are printed and not hidden"; [$annotations[] | select(.["/F"] != 4)]),
  point("6.5.1 no action but going to places"; [$objects[] | select(has("/A")) | .["/A"] | deref
      | objects | select(has("/S")) | .["/S"] | select(IN("/GoTo", "/URI", "/Layout", "/Table") | not)]),
  point("6.8 no file is attached"; [$objects[] | select(has("/EF"))])
