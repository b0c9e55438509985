#!/bin/sh
# The browser tests drive a Chromium; on Debian one is installed when none is there.
set -eu
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done
if [ -n "${BALISE_CHROMIUM:-}" ]; then
    exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium for the browser tests…"
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null
    exit 0
fi
echo "The browser tests need Chromium: sudo apt install chromium, or set BALISE_CHROMIUM to its path." >&2
exit 1
