# SPDX-License-Identifier: GPL-3.0-or-later
# Reads deb822 stanzas of a Debian host's sources; writes those of its own release for another one.
# Variables: codename (the host's release), suite (the wanted one), known (URIs of archives that call themselves
# Debian, blank-separated; empty: not known, any counts).

function finish(    i, count, word, suites, uris, component, good) {
    count = split(field["suites"], word, " ")
    for (i = 1; i <= count; ++i)
        if (word[i] ~ "^(" codename "|stable|oldstable)(-updates|-security)?$") {
            sub(/^[a-z]+/, suite, word[i])
            suites = suites " " word[i]
        }
    count = split(field["uris"], word, " ")
    for (i = 1; i <= count; ++i)
        if (word[i] !~ /^cdrom:/ && (known == "" || index(" " slashed(known), " " slashed(word[i] " "))))
            uris = uris " " word[i]
    count = split(field["components"], component, " ")
    for (i = 1; i <= count; ++i)
        if (component[i] == "main")
            good = 1
    if (suites != "" && uris != "" && good && (" " field["types"] " ") ~ / deb / && field["enabled"] !~ /^[ \t]*no/) {
        print "Types: deb\nURIs:" uris "\nSuites:" suites "\nComponents: main"
        for (i = 1; i <= kept; ++i)
            print keep[i]
        print ""
    }
    delete field
    kept = 0
    name = ""
}

# Addresses compare without the slash that may end them.
function slashed(text) {
    gsub(/\/* /, "/ ", text)
    return text
}

/^#/ { next }
/^[ \t]*$/ { finish(); next }
/^[^ \t]/ {
    colon = index($0, ":")
    name = tolower(substr($0, 1, colon - 1))
    field[name] = substr($0, colon + 1)
    if (name ~ /^(signed-by|trusted|check-valid-until|allow-insecure|allow-weak|check-date)$/)
        keep[++kept] = $0
    next
}
# A line of its own that continues the field above: more words, or a key written out.
{
    field[name] = field[name] " " $0
    if (kept && name ~ /^signed-by$/)
        keep[kept] = keep[kept] "\n" $0
}
END { finish() }
