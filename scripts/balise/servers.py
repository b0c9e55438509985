"""Files for whoever serves the site: the same headers for Apache, nginx, and hosts of static sites."""

from __future__ import annotations

from balise.policy import ASSETS_SECONDS, HEADERS, HTTPS_ONLY, TEXT_TYPES

NGINX = "server/nginx.conf"
_HTTPS_NOTE = (
    "Once the site answers over https, and always will, take the # off the next line:",
    "browsers will then refuse plain http for a year.",
)
_LOG_NOTE = "the addresses of those who read these pages are nobody's business"


def server_files(prefix: str) -> dict[str, str]:
    """Return the files, by path from the root of the site. `prefix` is that root's path on its server: `/` mostly."""
    return {".htaccess": _htaccess(prefix), "_headers": _headers(prefix), NGINX: _nginx(prefix)}


def _lines(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def _htaccess(prefix: str) -> str:
    name, value = HTTPS_ONLY
    types = " ".join(("text/html", *TEXT_TYPES))
    return _lines(
        "# For Apache 2.4. Copy the whole site, this file too, to where Apache serves from, with",
        "# `AllowOverride FileInfo` and `Options -Indexes` for that folder, and mod_headers, mod_deflate, mod_filter.",
        f"# Keep no access log (remove CustomLog): {_LOG_NOTE}.",
        f"ErrorDocument 404 {prefix}404.html",
        "AddDefaultCharset utf-8",
        "AddCharset utf-8 .html .css .js .json .svg .txt .xml",
        "AddType image/svg+xml .svg",
        "AddType font/woff2 .woff2",
        "<IfModule mod_headers.c>",
        *(f'    Header always set {header} "{said}"' for header, said in HEADERS.items()),
        *(f"    # {line}" for line in _HTTPS_NOTE),
        f'    # Header always set {name} "{value}"',
        '    Header set Cache-Control "no-cache"',
        r'    <FilesMatch "\.(css|js|svg|png|jpg|woff2)$">',
        f'        Header set Cache-Control "max-age={ASSETS_SECONDS}"',
        "    </FilesMatch>",
        "</IfModule>",
        "<IfModule mod_deflate.c>",
        "    <IfModule mod_filter.c>",
        f"        AddOutputFilterByType DEFLATE {types}",
        "    </IfModule>",
        "</IfModule>",
    )


def _headers(prefix: str) -> str:
    name, value = HTTPS_ONLY
    return _lines(
        "# For Netlify, Cloudflare Pages, and hosts that read the same file: publish the folder of the site as it is.",
        "# They compress, say utf-8 and show 404.html by themselves; pages are asked for again each time by default.",
        f"# Turn off their analytics and logs where you can: {_LOG_NOTE}.",
        *(f"# {line}" for line in _HTTPS_NOTE),
        f"{prefix}*",
        *(f"  {header}: {said}" for header, said in HEADERS.items()),
        f"#  {name}: {value}",
        f"{prefix}assets/*",
        f"  Cache-Control: public, max-age={ASSETS_SECONDS}",
    )


def _nginx(prefix: str) -> str:
    name, value = HTTPS_ONLY
    return _lines(
        "# For nginx 1.18 or newer. In the `server` block, with the folder of this site as its root:",
        "#     root /srv/balise;",
        f"#     include /srv/balise/{NGINX};",
        "index index.html;",
        f"error_page 404 {prefix}404.html;",
        "server_tokens off;",
        f"# No access log: {_LOG_NOTE}.",
        "access_log off;",
        "charset utf-8;",
        f"charset_types {' '.join(TEXT_TYPES)};",
        "gzip on;",
        "gzip_vary on;",
        "gzip_comp_level 6;",
        f"gzip_types {' '.join(TEXT_TYPES)};",
        *(f'add_header {header} "{said}" always;' for header, said in HEADERS.items()),
        *(f"# {line}" for line in _HTTPS_NOTE),
        f'# add_header {name} "{value}" always;',
        "# `expires`, not add_header: one add_header in a location would drop all those above.",
        "expires -1;",
        r"location ~ \.(css|js|svg|png|jpg|woff2)$ {",
        f"    expires {ASSETS_SECONDS}s;",
        "}",
    )
