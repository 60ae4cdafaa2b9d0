# rolebook. GNU make. All that is built lies under $(BUILD); the source tree stays as it was checked out.
#
#   make demo     install what is missing, build, render the sample handbook
#   make check    install what is missing, build, run every test
#   make help     the other targets

VERSION := 0.1.0
BUILD   ?= build/release
PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib
CFLAGS  ?= -O2 -g -fstack-protector-strong -Wformat -Werror=format-security
LDFLAGS ?= -Wl,-z,relro -Wl,-z,now
FORTIFY ?= -D_FORTIFY_SOURCE=2
FUZZ_SECONDS ?= 60
PYTHON  ?= python3
GROUPS  ?= # of tests: all of them

PKGS       := libxml-2.0 libzip libcmark icu-uc icu-i18n harfbuzz harfbuzz-subset fontconfig \
              yaml-0.1 jansson zlib libpng libjpeg
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
# libharu and libhyphen have no .pc in Debian; without libhyphen no word is hyphenated.
HYPHEN     := $(shell printf '\043include <hyphen.h>\n' | $(CC) -E - >/dev/null 2>&1 && echo yes)
PKG_LIBS   := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lhpdf -lm $(if $(HYPHEN),-lhyphen)
BASE       := -std=c11 -D_POSIX_C_SOURCE=200809L -DROLEBOOK_VERSION='"$(VERSION)"' -pthread -fPIC \
              -fvisibility=hidden -I. -I$(BUILD) \
              -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wstrict-prototypes \
              -Wmissing-prototypes -Werror=implicit-function-declaration $(if $(HYPHEN),-DROLEBOOK_HAS_LIBHYPHEN) $(PKG_CFLAGS)

SOURCES   := $(sort $(shell find core converters -name '*.c'))
HEADERS   := $(sort $(shell find core converters -name '*.h'))
OBJS      := $(SOURCES:%.c=$(BUILD)/%.o)
LIB_OBJS  := $(filter-out $(BUILD)/core/cli/main.o $(BUILD)/core/base/embed.o,$(OBJS))
# What makes the files to be compiled in, and so cannot have them.
EMBED_OBJS := $(filter-out $(BUILD)/core/base/embedded.o $(BUILD)/core/base/yaml_read.o, \
                $(filter $(BUILD)/core/base/%,$(OBJS)))
RULES     := $(sort $(wildcard core/check/rules/*.c))
TEMPLATES := $(sort $(shell find templates -type f))
UNITS     := $(sort $(shell find tests/unit -name '*_test.c'))
UNIT_BINS := $(UNITS:%.c=$(BUILD)/%)
TOOLS     := $(sort $(wildcard tests/tools/*.c))
TOOL_BINS := $(TOOLS:%.c=$(BUILD)/%)
FUZZERS   := $(patsubst tests/fuzz/%.c,fuzz-%,$(sort $(wildcard tests/fuzz/*.c)))
REPLAYS   := $(patsubst tests/fuzz/%.c,$(BUILD)/tests/fuzz/replay/%,$(sort $(wildcard tests/fuzz/*.c)))
# For programs: all they can call is core/rolebook.h. SOVERSION grows when that breaks.
SOVERSION := 0
ON_LINUX  := $(filter Linux,$(shell uname -s))
SHARED    := $(if $(ON_LINUX),$(BUILD)/lib/librolebook.so.$(VERSION))
BENCHES   := $(sort $(wildcard tests/bench/*.c))
BENCH_BINS := $(BENCHES:%.c=$(BUILD)/%)

.PHONY: all library deps demo check test-run unit bench bench-run asan fuzz $(FUZZERS) lint format \
        catalogue catalogue-take install uninstall dist clean help
.DELETE_ON_ERROR:
.SECONDARY:

all: $(BUILD)/rolebook

$(BUILD)/rolebook: $(BUILD)/core/cli/main.o $(BUILD)/librolebook.a
	$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(PKG_LIBS)
$(BUILD)/librolebook.a: $(LIB_OBJS)
	@rm -f $@
	ar rcs $@ $^

# What programs link with holds the interface and what it needs, and shows no other name.
library: $(BUILD)/lib/librolebook.a $(SHARED)
$(BUILD)/lib/librolebook.a: $(BUILD)/core/cli/library.o $(BUILD)/librolebook.a
	@mkdir -p $(@D)
	@rm -f $@
	$(LD) -r -o $(@D)/rolebook.o $^
	$(if $(ON_LINUX),objcopy --localize-hidden $(@D)/rolebook.o)
	ar rcs $@ $(@D)/rolebook.o
$(SHARED): $(BUILD)/core/cli/library.o $(BUILD)/librolebook.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,librolebook.so.$(SOVERSION) -pthread -o $@ $^ $(PKG_LIBS)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo '  cc $<'
	@$(CC) $(BASE) $(FORTIFY) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# A file in rules/ is a rule: c303_weights_do_not_sum.c defines rule_c303, or the link fails.
$(BUILD)/rules.inc: $(RULES) Makefile
	@mkdir -p $(@D)
	@printf '%s\n' $(foreach r,$(notdir $(RULES)),'RULE($(firstword $(subst _, ,$(r))))') >$@
$(BUILD)/core/check/registry.o: $(BUILD)/rules.inc

# The files of templates/ as C arrays, for core/base/embedded.c.
$(BUILD)/embed: $(EMBED_OBJS)
	@$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(PKG_LIBS)
$(BUILD)/embedded.inc: $(BUILD)/embed $(TEMPLATES)
	@$(BUILD)/embed templates $(TEMPLATES) >$@
$(BUILD)/core/base/embedded.o: $(BUILD)/embedded.inc

$(BUILD)/tests/%: $(BUILD)/tests/%.o $(BUILD)/librolebook.a
	@$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $(filter %.o,$^) $(filter %.a,$^) $(PKG_LIBS) $(if $(filter %_test,$@),-lcmocka)
$(BUILD)/tests/tools/word_retention: $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/tools/word/*.c))

# A fuzzer's harness with one input, for compilers that know no libFuzzer.
$(REPLAYS): $(BUILD)/tests/fuzz/replay/%: $(BUILD)/tests/fuzz/%.o $(BUILD)/tests/fuzz/replay/main.o $(BUILD)/librolebook.a
	@$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(PKG_LIBS)

deps: ; @.ci/deps
demo: deps
	@$(MAKE) --no-print-directory all
	@$(BUILD)/rolebook build samples/sunshine -o $(BUILD)/handbook.pdf
	@echo "The sample handbook is $(BUILD)/handbook.pdf"
check: deps
	@$(MAKE) --no-print-directory test-run
test-run: all $(UNIT_BINS) $(TOOL_BINS) $(REPLAYS) $(BENCH_BINS)
	@tests/run $(BUILD) $(GROUPS)
unit: $(UNIT_BINS)
	@tests/run $(BUILD) unit
asan: deps
	@$(MAKE) --no-print-directory test-run BUILD=build/asan FORTIFY=-DROLEBOOK_ARENA_DEBUG \
	  CFLAGS='-O1 -g -fno-omit-frame-pointer -fno-sanitize-recover=all -fsanitize=address,undefined'
fuzz: ; $(MAKE) $(FUZZERS) BUILD=build/fuzz CC=clang FORTIFY=-DROLEBOOK_ARENA_DEBUG \
	  CFLAGS='-O1 -g -fno-sanitize-recover=all -fsanitize=address,undefined,fuzzer-no-link'
$(FUZZERS): fuzz-%: $(BUILD)/tests/fuzz/%.o $(BUILD)/librolebook.a
	@mkdir -p $(BUILD)/found/$* tests/fuzz/corpus/$*
	$(CC) $(CFLAGS) -fsanitize=fuzzer -pthread -o $(BUILD)/fuzz-$* $^ $(PKG_LIBS)
	cd $(BUILD) && ./fuzz-$* -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=4096 \
	  found/$* $(CURDIR)/tests/fuzz/corpus/$*
bench: deps
	@$(MAKE) --no-print-directory bench-run
bench-run: all $(TOOL_BINS) $(BENCH_BINS)
	@tests/bench/run $(BUILD)
lint: all ; @tests/lint/run $(BUILD)
catalogue: ; @$(PYTHON) tests/tools/messages/catalogue.py write build/catalogue
catalogue-take: ; @$(PYTHON) tests/tools/messages/catalogue.py take build/catalogue
format: ; @git ls-files '*.c' '*.h' | xargs clang-format -i

install: all library
	install -D $(BUILD)/rolebook $(DESTDIR)$(PREFIX)/bin/rolebook
	install -Dm644 core/cli/rolebook.1 $(DESTDIR)$(PREFIX)/share/man/man1/rolebook.1
	install -Dm644 core/rolebook.h $(DESTDIR)$(PREFIX)/include/rolebook.h
	install -d $(DESTDIR)$(LIBDIR)/pkgconfig
	install -m644 $(BUILD)/lib/librolebook.a $(DESTDIR)$(LIBDIR)/librolebook.a
	$(if $(SHARED),install $(SHARED) $(DESTDIR)$(LIBDIR)/librolebook.so.$(VERSION))
	$(if $(SHARED),ln -sf librolebook.so.$(VERSION) $(DESTDIR)$(LIBDIR)/librolebook.so.$(SOVERSION))
	$(if $(SHARED),ln -sf librolebook.so.$(VERSION) $(DESTDIR)$(LIBDIR)/librolebook.so)
	sed 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@VERSION@|$(VERSION)|; s|@REQUIRES@|$(PKGS)|; s|@LIBS@|-lhpdf -lm $(if $(HYPHEN),-lhyphen) -pthread|' \
	  core/rolebook.pc.in >$(DESTDIR)$(LIBDIR)/pkgconfig/rolebook.pc
	for file in $(TEMPLATES); do install -Dm644 $$file $(DESTDIR)$(PREFIX)/share/rolebook/$$file || exit 1; done
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/rolebook $(DESTDIR)$(PREFIX)/share/man/man1/rolebook.1 \
	  $(DESTDIR)$(PREFIX)/include/rolebook.h $(DESTDIR)$(LIBDIR)/librolebook.* \
	  $(DESTDIR)$(LIBDIR)/pkgconfig/rolebook.pc
	rm -rf $(DESTDIR)$(PREFIX)/share/rolebook
dist:
	@mkdir -p build
	git archive --prefix=rolebook-$(VERSION)/ -o build/rolebook-$(VERSION).tar.gz HEAD
	@echo "build/rolebook-$(VERSION).tar.gz"
clean: ; rm -rf build

help:
	@echo 'make demo     install what is missing, build, render the sample handbook'
	@echo 'make check    install what is missing, build, run every test'
	@echo 'make all      build $(BUILD)/rolebook'
	@echo 'make deps     install what is missing (apt, dnf or brew), or say that all is there'
	@echo 'make unit     only the unit tests'
	@echo 'make asan     every test under the address and undefined-behaviour sanitizers'
	@echo 'make fuzz     each fuzzer for FUZZ_SECONDS ($(FUZZ_SECONDS)) seconds; needs clang'
	@echo 'make bench    speed and memory, as ratios to floors and peers'
	@echo 'make lint     clang-tidy, cppcheck, the directions of includes, the conventions'
	@echo 'make format   clang-format over the tree'
	@echo 'make catalogue  the messages as PO files for translators, in build/catalogue;'
	@echo '              make catalogue-take puts edited ones into the sources'
	@echo 'make install  the command, its man page and templates, librolebook, its header and'
	@echo '              pkg-config file to DESTDIR/PREFIX ($(PREFIX)); make uninstall takes it back'
	@echo 'make dist     a source archive'

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
