/**
 * What templates print in the alert `A` on `sum by (job) (up) == 0`, by template. There are two series of `up`, with
 * `job="api"` and the instances `a` and `b`, in no certain order, and the external label `cluster="c"`.
 */
export const expanded: Readonly<Record<string, string>> = {
  '{{ first (query "nope") }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <first (query "nope")>: error calling first: first() called on vector with no elements>',
  "{{ $labels.job.x }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:122: executing "__alert_A" at <$labels.job.x>: can\'t evaluate field x in type string>',
  "{{ $value | humanize }}": "0",
  '{{ printf "%d" $value }}': "%!d(float64=0)",
  '{{ printf "%.2f %5d|%-5s|%q" $value 3 "a" "b" }}': '0.00     3|a    |"b"',
  "é\n{{ externalURL }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:2:3: executing "__alert_A" at <externalURL>: error calling externalURL: runtime error: invalid memory address or nil pointer dereference>',
  "é {{ pathPrefix }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:118: executing "__alert_A" at <pathPrefix>: error calling pathPrefix: runtime error: invalid memory address or nil pointer dereference>',
  '{{ graphLink "up{a=\\"b c\\"}" }} {{ tableLink "x" }} {{ $externalURL }} {{ $externalLabels.cluster }}':
    "/graph?g0.expr=up%7Ba%3D%22b+c%22%7D&g0.tab=0 /graph?g0.expr=x&g0.tab=1 http://x/y c",
  '{{ humanize "abc" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <humanize "abc">: error calling humanize: strconv.ParseFloat: parsing "abc": invalid syntax>',
  '{{ humanize "1e3" }} {{ humanize "-inf" }} {{ humanize "" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:158: executing "__alert_A" at <humanize "">: error calling humanize: strconv.ParseFloat: parsing "": invalid syntax>',
  "{{ humanize $labels }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <humanize $labels>: error calling humanize: can\'t convert map[string]string to float>',
  "{{ humanize true }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <humanize true>: error calling humanize: can\'t convert bool to float>',
  '{{ reReplaceAll "(" "a" "b" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <reReplaceAll "(" "a" "b">: error calling reReplaceAll: regexp: Compile(`(`): error parsing regexp: missing closing ): `(`>',
  '{{ reReplaceAll "(a)" "$1x-${1}x" "bab" }} {{ reReplaceAll "x*" "-" "abxc" }} {{ reReplaceAll "(?P<n>b)" "[$n$$]" "abc" }}':
    "b-axb -a-b-c- a[b$]c",
  '{{ match "^a.c$" "abc" }} {{ match "(" "a" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:141: executing "__alert_A" at <match "(" "a">: error calling match: error parsing regexp: missing closing ): `(`>',
  "{{ eq $value 5 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <eq $value 5>: error calling eq: incompatible types for comparison: float64 and int>',
  '{{ eq 1 2 1 }} {{ ne 1 2 }} {{ lt 1 2 }} {{ le 1.0 1.0 }} {{ gt "b" "a" }} {{ ge $value 0.0 }} {{ eq true true }}':
    "true true true true true true true",
  '{{ lt "a" "b" "c" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <lt>: wrong number of args for lt: want 2 got 3>',
  "{{ lt true false }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <lt true false>: error calling lt: invalid type for comparison>',
  "{{ eq $labels $labels }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <eq $labels $labels>: error calling eq: non-comparable type map[job:api]: map[string]string>',
  '{{ toTime 1700000000.5 }} {{ (toTime 0).Format "2006-01-02T15:04:05Z07:00 Mon Jan _2 3PM" }} {{ (toTime 86400).Year }} {{ (toTime 1e6).Month }} {{ humanizeTimestamp 1.5 }}':
    "2023-11-14 22:13:20.5 +0000 UTC 1970-01-01T00:00:00Z Thu Jan  1 12AM 1970 January 1970-01-01 00:00:01.5 +0000 UTC",
  '{{ first (sortByLabel "instance" (query "up")) }} {{ query "up" | len }}':
    "{map[__name__:up instance:a job:api] 0} 2",
  '{{ query "up{" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <query "up{">: error calling query: 1:4: parse error: unexpected end of input inside braces>',
  '{{ query "sum(1)" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <query "sum(1)">: error calling query: 1:5: parse error: expected type instant vector in aggregation expression, got scalar>',
  '{{ range query "1" }}{{ .Labels }}{{ .Value }}{{ end }}': "map[]1",
  '{{ printf "%d" "a" }} {{ printf "%!" }} {{ printf "%s" }} {{ printf "a" 1 }} {{ printf "%x" 255 }} {{ printf "%x" "hi" }} {{ printf "%t" true }} {{ printf "%v" $labels }} {{ printf "%T" $value }}':
    "%!d(string=a) %!!(MISSING) %!s(MISSING) a%!(EXTRA int=1) ff 6869 true map[job:api] float64",
  '{{ printf "%" }} {{ printf "%z" 5 }} {{ printf "%6.2f|%-8.3e|%+d|%05d|% d|%08.3f|%g|%G|%E" 3.14159 1234.5 5 -42 7 -3.14159 1e21 1e-10 1e10 }}':
    "%!(NOVERB) %!z(int=5)   3.14|1.234e+03|+5|-0042| 7|-003.142|1e+21|1E-10|1.000000E+10",
  '{{ printf "%s %v %d" true nil 1.5 }} {{ printf "%5t|%-5v|" true 1 }} {{ printf "%c %U %q %b %o %#x %X" 65 65 65 5 8 255 255 }} {{ printf "%[2]d %[1]d" 1 2 }} {{ printf "%*d|" 5 1 }}':
    "%!s(bool=true) <nil> %!d(float64=1.5)  true|1    | A U+0041 'A' 101 10 0xff FF 2 1     1|",
  '{{ printf "%.0f %.0f %.1f %.2f %.3g %.10g %g" 0.5 1.5 0.25 1.005 1234567.0 1234567.0 1234567.0 }}':
    "0 2 0.2 1.00 1.23e+06 1234567 1.234567e+06",
  '{{ printf "%5s|%.2s|%-6q|%x|% x|%X" "abc" "héllo" "a" "é" "ab" "ab" }}': '  abc|hé|"a"   |c3a9|61 62|6162',
  '{{ printf "%f %e %v" (query "1/0" | first | value) (query "-1/0" | first | value) (query "0/0" | first | value) }} {{ printf "%5.1f|%+f|%05f" (query "1/0" | first | value) (query "1/0" | first | value) (query "1/0" | first | value) }}':
    "+Inf -Inf NaN  +Inf|+Inf| +Inf",
  '{{ value (first (query "up")) }}{{ label "job" (query "up" | first) }} {{ 1e6 }} {{ 123456789.0 }} {{ 100000.0 }} {{ 0.00001 }} {{ 0.0001 }} {{ -0.0 }} {{ 0.1 }} {{ 1e100 }} {{ 12345678 }}':
    "0api 1e+06 1.23456789e+08 100000 1e-05 0.0001 -0 0.1 1e+100 12345678",
  '{{ index $labels "nope" }}|{{ $labels.nope }}|{{ index $labels `job` }}': "||api",
  "{{ .Nope }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <.Nope>: can\'t evaluate field Nope in type struct { Labels map[string]string; ExternalLabels map[string]string; ExternalURL string; Value interface {} }>',
  '{{ template "x" }}{{ define "x" }}{{ template "x" }}{{ end }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:158: executing "x" at <{{template "x"}}>: exceeded maximum template depth (100000)>',
  '{{ template "nowhere" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:124: executing "__alert_A" at <{{template "nowhere"}}>: template "nowhere" not defined>',
  '{{ define "x" }}[{{ . }}{{ $.job }}]{{ end }}{{ template "x" $labels }}{{ block "y" 5 }}<{{ . }}>{{ end }}':
    "[map[job:api]api]<5>",
  '{{ define "x" }}[{{ . }}{{ .foo }}]{{ end }}{{ template "x" }}': "[<no value><no value>]",
  '{{ label "job" 5 }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:127: executing "__alert_A" at <5>: can\'t handle 5 for arg of type *template.sample>',
  '{{ label 5 "job" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:121: executing "__alert_A" at <5>: expected string; found 5>',
  '{{ label "job" nil }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <label "job" nil>: error calling label: runtime error: invalid memory address or nil pointer dereference>',
  "{{ title nil }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:121: executing "__alert_A" at <nil>: cannot assign nil to string>',
  "{{ title $value }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:121: executing "__alert_A" at <$value>: wrong type for value; expected string; got float64>',
  "{{ title $labels.nope }}{{ $value | title }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:148: executing "__alert_A" at <title>: wrong type for value; expected string; got float64>',
  '{{ index (query "up") 7 }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <index (query "up") 7>: error calling index: index out of range: 7>',
  '{{ (index (query "up") 0).Value }}': "0",
  '{{ "a" | printf "%s-%s" "b" }} {{ len $labels }} {{ len "é" }} {{ slice "abcdef" 1 3 }} {{ slice "abc" 1 }} {{ html "<a>\'\\"&" }} {{ js "it\'s <\\"\\\\>\\n" }} {{ urlquery "a b&c" }} {{ print 1 2 "a" "b" 3 }} {{ println 1 "a" }}|':
    "b-a 1 2 bc bc &lt;a&gt;&#39;&#34;&amp; it\\'s \\u003C\\\"\\\\\\u003E\\u000A a+b%26c 1 2ab3 1 a\n|",
  '{{ slice "abc" 2 1 }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <slice "abc" 2 1>: error calling slice: invalid slice index: 2 > 1>',
  '{{ slice "abc" 7 }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <slice "abc" 7>: error calling slice: index out of range: 7>',
  "{{ len 5 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <len 5>: error calling len: len of type int>',
  "{{ len nil }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <len nil>: error calling len: reflect: call of reflect.Value.Type on zero Value>',
  "{{ humanizeDuration 0.0034 }} {{ humanizeDuration 93784.5 }} {{ humanizeDuration -59.99 }} {{ humanizeDuration 0 }} {{ humanizeDuration 61 }} {{ humanizeDuration 3600 }} {{ humanizeDuration 1e9 }} {{ humanizeDuration 0.0000001 }}":
    "3.4ms 1d 2h 3m 4s -59.99s 0s 1m 1s 1h 0m 0s 11574d 1h 46m 40s 100ns",
  "{{ humanize1024 123456 }} {{ humanize1024 1 }} {{ humanize1024 1024 }} {{ humanize1024 -2048000000 }} {{ humanize1024 0.5 }} {{ humanize 0 }} {{ humanize 1e30 }} {{ humanize 0.000123 }} {{ humanize -1234567 }} {{ humanize 999.99 }} {{ humanize 1000 }} {{ humanize 1e-30 }}":
    "120.6ki 1 1ki -1.907Gi 0.5 0 1e+06Y 123u -1.235M 1000 1k 1e-06y",
  "{{ humanizePercentage 0.12345 }} {{ humanizePercentage 1 }} {{ humanizePercentage 123 }} {{ humanizePercentage 0.000001 }}":
    "12.35% 100% 1.23e+04% 0.0001%",
  '{{ parseDuration "1h" }} {{ parseDuration "1d12h" }} {{ parseDuration "x" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:168: executing "__alert_A" at <parseDuration "x">: error calling parseDuration: not a valid duration string: "x">',
  '{{ parseDuration "" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <parseDuration "">: error calling parseDuration: empty duration string>',
  '{{ title "foo bar-baz qux_a 1a" }} {{ toUpper "aß" }} {{ toLower "AÉ" }} {{ stripPort "a:80" }} {{ stripPort "[::1]:80" }} {{ stripPort "a" }} {{ stripDomain "a.b.c:80" }} {{ stripDomain "10.0.0.1:80" }} {{ stripDomain "a.b" }} {{ stripDomain "::1" }}':
    "Foo Bar-Baz Qux_a 1A Aß aé a ::1 a a:80 10.0.0.1:80 a ::1",
  '{{ args 1 2 }} {{ (args 1).arg0 }} {{ (args 1).arg7 }} {{ safeHtml "<" }}': "map[arg0:1 arg1:2] 1 <no value> <",
  "{{ nil }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <nil>: nil is not a command>',
  "{{ 1 2 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <1>: can\'t give argument to non-function 1>',
  '{{ $labels.job "x" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:122: executing "__alert_A" at <$labels.job>: job is not a method but has arguments>',
  '{{ "x" | $labels.job }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:128: executing "__alert_A" at <$labels.job>: job is not a method but has arguments>',
  "{{ ($value) 1 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <($value) 1>: can\'t give argument to non-function $value>',
  '{{ with $x := 5 }}{{ $x }}{{ . }}{{ end }}{{ range $i, $e := sortByLabel "instance" (query "up") }}{{ $i }}={{ $e.Labels.instance }}{{ if $i }}!{{ else }}?{{ end }}{{ end }}{{ range $k, $v := $labels }}{{ $k }}{{ $v }}{{ end }}':
    "550=a?1=b!jobapi",
  '{{ with "" }}a{{ else with $labels.job }}{{ . }}{{ else }}c{{ end }}{{ if 0 }}a{{ else if 0.0 }}b{{ else }}c{{ end }}':
    "apic",
  '{{ range query "nope" }}x{{ else }}none{{ end }}{{ range sortByLabel "instance" (query "up") }}{{ .Labels.instance }}{{ if eq .Labels.instance "b" }}{{ break }}{{ end }},{{ end }}{{ range query "up" }}{{ continue }}x{{ end }}':
    "nonea,b",
  "{{ range 3 }}{{ . }}{{ end }}": "012",
  "{{ range $value }}{{ . }}{{ end }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:121: executing "__alert_A" at <$value>: range can\'t iterate over 0>',
  '{{ range "abc" }}{{ . }}{{ end }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:121: executing "__alert_A" at <"abc">: range can\'t iterate over abc>',
  "{{ .Labels }} {{ . }}": "map[job:api] {map[job:api] map[cluster:c] http://x/y 0}",
  "{{ $x = 2 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:120: executing "__alert_A" at <2>: undefined variable: $x>',
  "{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ $y := 3 }}{{ end }}{{ $x }}": "2",
  '{{ and 1 0 2 }} {{ or 0 "" "z" }} {{ not 0 }} {{ 0 | or 0 }} {{ and }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:176: executing "__alert_A" at <and>: wrong number of args for and: want at least 1 got 0>',
  '{{ and 1 0 2 }} {{ or 0 "" "z" }} {{ not 0 }} {{ 5 | or 0 }}': "0 z true 5",
  "{{ call $labels }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <call $labels>: error calling call: non-function $labels of type map[string]string>',
  "{{ call nil }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <call nil>: error calling call: call of nil>',
  "{{ 'a' }} {{ 0x1F }} {{ 017 }} {{ 1_000 }} {{ 0x1p-2 }} {{ -5 }} {{ 1.50 }}": "97 31 15 1000 0.25 -5 1.5",
  "{{ 18446744073709551615 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <18446744073709551615>: 18446744073709551615 overflows int>',
  "a\n  b {{ first (query `nope`) }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:2:7: executing "__alert_A" at <first (query `nope`)>: error calling first: first() called on vector with no elements>',
  '{{- " x " -}} y {{- /* c */ -}} z': " x yz",
  '{{ strvalue (query "up" | first) }}|': "|",
  "{{ query 5 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:121: executing "__alert_A" at <5>: expected string; found 5>',
  '{{ query "rate(up[5m])" | len }}': "2",
  "{{ humanize }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <humanize>: wrong number of args for humanize: want 1 got 0>',
  "{{ humanize 1 2 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <humanize>: wrong number of args for humanize: want 1 got 2>',
  "{{ eq 1 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <eq 1>: error calling eq: missing argument for comparison>',
  "{{ printf 5 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:122: executing "__alert_A" at <5>: expected string; found 5>',
  "{{ printf }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <printf>: wrong number of args for printf: want at least 1 got 0>',
  "{{ print }}{{ true }}{{ print nil }}": "true<nil>",
  '{{ $labels.job | printf "%-6s|" }}{{ $value | printf "%.1f%%" }}': "api   |0.0%",
  "{{ humanizeTimestamp 1e20 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <humanizeTimestamp 1e20>: error calling humanizeTimestamp: 1e+20 cannot be represented as a nanoseconds timestamp since it overflows int64>',
  '{{ humanizeTimestamp "NaN" }} {{ humanizePercentage "Inf" }} {{ humanize1024 "NaN" }} {{ humanizeDuration "-Inf" }}':
    "NaN +Inf% NaN -Inf",
  '{{ toTime "NaN" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <toTime "NaN">: error calling toTime: value is NaN or Inf>',
  '{{ (query "up").Value }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:122: executing "__alert_A" at <"up">: can\'t evaluate field Value in type template.queryResult>',
  '{{ query "up" | value }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:128: executing "__alert_A" at <value>: wrong type for value; expected *template.sample; got template.queryResult>',
  '{{ query "up" | first | label "job" | toUpper }}': "API",
  "{{ (args 1 2).arg1.x }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:123: executing "__alert_A" at <2>: can\'t evaluate field x in type interface {}>',
  '{{ (first (query "up")).Foo }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:129: executing "__alert_A" at <"up">: can\'t evaluate field Foo in type *template.sample>',
  "{{ index nil 1 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <index nil 1>: error calling index: index of untyped nil>',
  "{{ index $labels 1 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <index $labels 1>: error calling index: value has type int; should be string>',
  '{{ index "abc" 1 }}': "98",
  "{{ index 5 1 }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <index 5 1>: error calling index: can\'t index item of type int>',
  "{{ .Value.x }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:121: executing "__alert_A" at <.Value.x>: can\'t evaluate field x in type interface {}>',
  '{{ printf "%5d|%-5d|%05d|%+d|%x|%6.2f" (len "abc") 3 -3 3 -255 -1.005 }}{{ printf "%v|%6v|%-6v|%06v" 1.5 1.5 1.5 -1.5 }}':
    "    3|3    |-0003|+3|-ff| -1.001.5|   1.5|1.5   |-001.5",
  '{{ printf "%.3v %8.3s| %t %d" 3.14159 "abcdef" "x" true }} {{ printf "%s" 1 }} {{ printf "%q" 1.5 }}{{ printf "%!d" 3 }}':
    "3.14      abc| %!t(string=x) %!d(bool=true) %!s(int=1) %!q(float64=1.5)%!!(int=3)d",
  '{{ printf "%[3]d" 1 }} {{ printf "%[1]d %[1]v %d" 1 2 }} {{ printf "%d %d" 1 }} {{ printf "%.*f" 2 3.14159 }}':
    "%!d(BADINDEX) 1 1 2 1 %!d(MISSING) 3.14",
  '{{ printf "%[d" 1 }} {{ printf "%[x]d %[" 1 }} {{ printf "%[2]*[1]d" 7 3 }}':
    "%!d(BADINDEX) %!d(BADINDEX) %!(NOVERB)   7",
  '{{ printf "%T %T %T %T" $labels 1 "a" (query "up") }}': "map[string]string int string template.queryResult",
  '{{ print (query "nope") }}': "[]",
  '{{ printf "%g %g %g %.3e %.0e" 1e5 123456.0 1e-5 123456.0 150.0}}': "100000 123456 1e-05 1.235e+05 2e+02",
  '{{ printf "%.15g %.17g %.20f" 0.1 0.1 0.1 }}': "0.1 0.10000000000000001 0.10000000000000000555",
  "{{ humanize .Value }}{{ .ExternalLabels.cluster }}{{ $.Value }}": "0c0",
  '{{ toTime 1e9 | printf "%v" }}{{ (toTime 1e9).Unix }}{{ (toTime 1e9).Weekday }} {{ (toTime 1e9).UTC }}':
    "2001-09-09 01:46:40 +0000 UTC1000000000Sunday 2001-09-09 01:46:40 +0000 UTC",
  "{{ humanizeTimestamp -1.5 }} {{ humanizeTimestamp 1.0006 }}":
    "1969-12-31 23:59:58.5 +0000 UTC 1970-01-01 00:00:01 +0000 UTC",
  '{{ "a" }}{{- /* x */ -}}{{ "b" -}}  c': "abc",
  "{{ $labels.a.b }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:122: executing "__alert_A" at <$labels.a.b>: can\'t evaluate field b in type string>',
  '{{ reReplaceAll ".*" "x" "abc" }} {{ reReplaceAll "a*" "x" "baaac" }} {{ reReplaceAll "b" "${2}" "abc" }}{{ reReplaceAll "(?i)B" "z" "aBc" }}':
    "x xbxcx acazc",
  '{{ index $labels "job" | toUpper | printf "%s!" }}': "API!",
  "{{ if and $value (gt $value 5.0) }}x{{ else }}y{{ end }}": "y",
  '{{ with query "up" }}{{ . | first | value }}{{ end }}': "0",
  "{{ range $i, $x := $labels }}{{ $i }}{{ else }}z{{ end }}": "job",
  '{{ len (query "up") | eq 2 }}': "true",
  '{{ slice (sortByLabel "instance" (query "up")) 1 | first | label "instance" }}': "b",
  '{{ urlquery "é~-_." }} {{ html 5 $labels nil }} {{ js "é\u2028" }}':
    "%C3%A9~-_. 5 map[job:api]&lt;no value&gt; é\\u2028",
  "{{ externalURL }}":
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <externalURL>: error calling externalURL: runtime error: invalid memory address or nil pointer dereference>',
  '{{ query "up{job=\\"\\n\\"" }}':
    '<error expanding template: error executing template __alert_A: template: __alert_A:1:115: executing "__alert_A" at <query "up{job=\\"\\n\\"">: error calling query: 1:8: parse error: unterminated quoted string>',
};
