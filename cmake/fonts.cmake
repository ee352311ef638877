# Fonts are prepared once, at build time, into <build>/fonts (fonts/prepare.sh).
