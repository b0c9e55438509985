"""What a browser may do on our pages: the one place. Every page says it, and so do the files for servers."""

from __future__ import annotations

_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
CONTENT = "; ".join(f"{directive} {sources}" for directive, sources in _SOURCES.items())
"""The Content-Security-Policy every page carries."""

# Only names every browser with this header knows: an unknown one is a complaint in the console.
_REFUSED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
)

HEADERS = {
    # A page cannot say by itself who may frame it: only a header can.
    "Content-Security-Policy": f"{CONTENT}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _REFUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What a server sends with every file, errors included."""

HTTPS_ONLY = ("Strict-Transport-Security", "max-age=31536000")
"""Ties a site to https for a year: for whoever runs the server to decide."""

ASSETS_SECONDS = 3600
"""How long a browser may keep styles and scripts; pages are asked for again each time: a number may be corrected."""

TEXT_TYPES = (
    "text/css",
    "text/javascript",
    "text/plain",
    "text/xml",
    "application/javascript",
    "application/json",
    "application/xml",
    "image/svg+xml",
)
"""What is compressed on its way, besides HTML; all of it is UTF-8."""
