# make run    opens the window          make test   runs every test
# Both first install what is missing: see .ci/deps.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run
.PHONY: deps ui run test conformance reading-report bench check types screenshots deb clean

# All but the window. Named together, so that their dependencies are built once.
PRODUCT := -p onrecord-reading -p onrecord-core -p onrecord-cli

# Other people's test data, kept beside the repository and never inside it.
CONFORMANCE ?= ../shared/conformance

# Set ONRECORD_SCREEN=1920x1080 to see the window on a larger screen.
ONRECORD_SCREEN ?= 1280x800
XVFB := dbus-run-session -- xvfb-run --auto-servernum --server-args="-screen 0 $(ONRECORD_SCREEN)x24"

deps:
	@.ci/deps

ui: ui/dist/index.html

ui/node_modules/.package-lock.json: ui/package.json ui/package-lock.json
	npm --prefix ui ci --no-audit --no-fund
	touch $@

# Tauri embeds ui/dist, so it is built before cargo touches the root package.
ui/dist/index.html: ui/node_modules/.package-lock.json $(shell find ui -type d \( -name node_modules -o -name dist \) -prune -o -type f -print)
	npm --prefix ui run build
	touch $@

run: deps ui
	cargo build --bin onrecord
	target/debug/onrecord $(ARGS)

# The quick ones first.
test: deps ui
	cargo test $(PRODUCT)
	npm --prefix ui test
	$(XVFB) cargo test -p onrecord
	$(XVFB) tests/package/install

# The product against other people's test data.
conformance: deps
	@if [ -d "$(CONFORMANCE)" ]; then \
	  ONRECORD_CONFORMANCE="$(abspath $(CONFORMANCE))" cargo test $(PRODUCT) --test conformance -- --nocapture; \
	else echo "Nothing to run against: $(CONFORMANCE) is not there (CONFORMANCE=folder names another)."; fi

# The reading engine against our own test sets. SET=tune prints the other half, with MISTAKES=1 also its mistakes; RAISE=1 raises the floors.
reading-report: deps
	ONRECORD_READING_SET=$(SET) ONRECORD_READING_MISTAKES=$(MISTAKES) ONRECORD_READING_RAISE=$(RAISE) \
	  cargo test -q -p onrecord-reading --test report -- --nocapture no_language_is_read_worse

# Ratios to what the same results cost at least, measured side by side; BENCH=import|record|export|claims|compare|search|read|start|article|sort runs one.
bench: deps ui
	BENCH=$(BENCH) cargo bench -p onrecord-core --bench ratios
	BENCH=$(BENCH) $(XVFB) cargo bench -p onrecord --bench window

check: deps ui
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo test $(PRODUCT) --test core types
	npm --prefix ui run check
	npm --prefix ui run format:check
	npm --prefix ui test -- locales

# Writes ui/src/ipc/generated anew from the types of core's api room; `make check` fails when they differ.
types:
	ONRECORD_WRITE_TYPES=1 cargo test $(PRODUCT) --test core types

# Every view, light and dark, English and French, into screenshots/.
screenshots: deps ui
	$(XVFB) cargo test -p onrecord --test e2e screenshots

# The package, in target/release/bundle/deb. `make test` installs one of the debug build.
deb: deps ui
	cargo build --release -p onrecord-cli
	src-tauri/linux/stage target/release/onrec
	ui/node_modules/.bin/tauri build --bundles deb

clean:
	cargo clean
	rm -rf ui/dist ui/node_modules screenshots
