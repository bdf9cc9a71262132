#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# seeds.sh FOLDER: what each fuzzer begins with, made of the example workspace.
set -u
place=$1
example=$(dirname -- "$(readlink -f -- "$0")")/../../resources/example/specialists

if [ -d "$place/fuzz_settings/seeds" ]; then
    find "$example" \( -name '*.settings' -o -path '*/prompts/*.txt' \) | while read -r file; do
        cp -- "$file" "$place/fuzz_settings/seeds/$(basename -- "$(dirname -- "$file")")-$(basename -- "$file")"
    done
    printf '%s' '{when=#T23-11-2026_17:00:00;peer=#I[192.0.2.7]:5060;data=[AAECAw==];nothing=#NULL#;n=#-12;}' \
        >"$place/fuzz_settings/seeds/kinds"
    printf '%s' '((100005,"After hours",((Method,is,INVITE)),(("Redirect to","#callback"),("Stop Processing"))),<a b="c">d</a>,#(task 12),"\u'"'442'"'\009\e")' \
        >"$place/fuzz_settings/seeds/rules"
fi

if [ -d "$place/fuzz_archive/seeds" ]; then
    small=$(mktemp -d) || exit 2
    mkdir "$small/russian"
    printf 'entry Main is\nend entry;\n' >"$small/a.sppr"
    printf 'RIFF' >"$small/russian/welcome.wav"
    ln -s a.sppr "$small/link.sppr"
    ln "$small/a.sppr" "$small/hard.sppr"
    mkfifo "$small/pipe"
    seeds=$place/fuzz_archive/seeds
    for format in v7 ustar gnu pax; do
        (cd -- "$small" && tar --format=$format -cf "$seeds/$format.tar" a.sppr russian/welcome.wav && tar --format=$format -cf "$seeds/links-$format.tar" link.sppr a.sppr hard.sppr)
    done
    (cd -- "$small" && tar -cf "$seeds/pipe.tar" pipe && tar -Pcf "$seeds/absolute.tar" --transform 's,^,/../,' a.sppr && tar -czf "$seeds/packed.tar" a.sppr)
    name=$(printf '%0150d' 0)
    (cd -- "$small" && tar --format=gnu --transform "s,a.sppr,$name," -cf "$seeds/long.tar" a.sppr && tar --format=pax --transform "s,a.sppr,$name," -cf "$seeds/long-pax.tar" a.sppr)
    rm -rf -- "$small"
fi

if [ -d "$place/fuzz_replies/seeds" ]; then
    # The first byte chooses what the rest is.
    seeds=$place/fuzz_replies/seeds
    printf '0%s\r\n' '200 mail.example.com CommuniGate Pro PWD Server 6.3.12 ready <42.17@mail.example.com>' '300 please send the PASS' '200 OK' \
        >"$seeds/session"
    printf '0200 data follow\r\n{a="}\\"\n";\n b=(c,\n d);}\r\n201 (a)\r\n512 no\r\n' >"$seeds/data"
    printf '1HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\n(a)' >"$seeds/length"
    printf '1HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\n(a,\r\n2\r\nb)\r\n0\r\nX: y\r\n\r\n' >"$seeds/chunks"
    printf '1HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm="x", nonce="n", qop="auth,auth-int", opaque=o\r\nContent-Length: 0\r\n\r\n' >"$seeds/digest"
    printf '2%s' '{"Callback.SPPR"={STFileSize=#120;STModified=#T01-02-2026_10:00:00;};"welcome.wav"={};russian={};german=();".x"={};"a/b"={};}' >"$seeds/list"
    printf '2%s' '(example.com,other.example,"../x")' >"$seeds/domains"
    printf '2%s' '{Host="h";Port=106;Transport=cgps;Dialect={TryCompile=stores;LongestLine=1000;};Password=x;RPOP={a={password=y;};};}' >"$seeds/settings"
    printf '3%s' '<base href="/x/"><!-- c --><form action="up?a=&#x41;&amp;" method=post enctype=multipart/form-data><input type=hidden name=n value="v">' \
        '<select name=s><option selected>o</select><textarea name=t>x</textarea><script>a<b</script><input type=file name=f><input type=submit name=go></form>' \
        >"$seeds/page"
fi

if [ -d "$place/fuzz_http/seeds" ]; then
    seeds=$place/fuzz_http/seeds
    host='Host: 127.0.0.1:8100\r\n'
    printf 'GET /cli/?command=LISTDOMAINS HTTP/1.1\r\n'"$host"'Authorization: Basic YWRtaW46c2VjcmV0\r\n\r\n' >"$seeds/get"
    printf 'POST /cli/ HTTP/1.1\r\n'"$host"'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 23\r\n\r\ncommand=ECHO+%%28a%%2Cb%%29' >"$seeds/post"
    printf 'POST /cli/ HTTP/1.1\r\n'"$host"'Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nabcde\r\n0\r\n\r\n' >"$seeds/chunks"
    body='--b\r\nContent-Disposition: form-data; name="file"; filename="a.sppr"\r\n\r\nentry Main is\nend entry;\n\r\n--b--\r\n'
    size=$(printf '%b' "$body" | wc -c)
    printf '%b' 'POST /Admin/d/PBX HTTP/1.1\r\n'"$host"'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: '"$size"'\r\n\r\n'"$body" >"$seeds/upload"
    small=$(mktemp -d) || exit 2
    mkdir "$small/russian"
    printf 'RIFF' >"$small/russian/welcome.wav"
    tar -C "$small" --format=ustar -cf "$seeds/tar" russian/welcome.wav
    rm -rf -- "$small"
fi
