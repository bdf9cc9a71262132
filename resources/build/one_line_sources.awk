# SPDX-License-Identifier: GPL-3.0-or-later
# Turns apt's one-line sources (deb [option=value …] URI SUITE COMPONENT…) into deb822 stanzas.

/^[ \t]*deb[ \t]/ {
    sub(/#.*/, "")
    options = ""
    if (match($0, /\[[^]]*\]/)) {
        options = substr($0, RSTART + 1, RLENGTH - 2)
        $0 = substr($0, 1, RSTART - 1) " " substr($0, RSTART + RLENGTH)
    }
    print "Types: deb\nURIs: " $2 "\nSuites: " $3
    components = ""
    for (i = 4; i <= NF; ++i)
        components = components " " $i
    print "Components:" components
    count = split(options, option, " ")
    for (i = 1; i <= count; ++i) {
        equals = index(option[i], "=")
        if (!equals)
            continue
        name = substr(option[i], 1, equals - 1)
        value = substr(option[i], equals + 1)
        gsub(/,/, " ", value)
        print name ": " value
    }
    print ""
}
