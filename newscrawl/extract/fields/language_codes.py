"""Name a language in one way: by ISO 639-1 where that has a code, without script and region."""

import re

#: Codes of two letters, each with those of three letters (terminology, then bibliography), older
#: ones, and countries' codes that are no language's and are often taken for one.
_CODES = (
    " aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara:arb as:asm av:ava ay:aym"
    " az:aze:azj ba:bak be:bel bg:bul bh:bih bi:bis bm:bam bn:ben bo:bod:tib br:bre bs:bos"
    " ca:cat ce:che ch:cha co:cos cr:cre cs:ces:cze:cz cu:chu cv:chv cy:cym:wel da:dan:dk"
    " de:deu:ger dv:div dz:dzo ee:ewe el:ell:gre:gr en:eng eo:epo es:spa et:est:ekk eu:eus:baq"
    " fa:fas:per:pes:prs ff:ful fi:fin fj:fij fo:fao fr:fra:fre fy:fry ga:gle gd:gla gl:glg"
    " gn:grn gu:guj gv:glv ha:hau he:heb:iw hi:hin ho:hmo hr:hrv:scr ht:hat hu:hun hy:hye:arm"
    " hz:her ia:ina id:ind:in ie:ile ig:ibo ii:iii ik:ipk io:ido is:isl:ice it:ita iu:iku"
    " ja:jpn:jp jv:jav:jw ka:kat:geo kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan ko:kor:kr"
    " ks:kas ku:kur:kmr kv:kom kw:cor ky:kir la:lat lb:ltz lg:lug li:lim ln:lin lo:lao"
    " lt:lit lu:lub lv:lav:lvs mg:mlg mh:mah mi:mri:mao mk:mkd:mac ml:mal mn:mon mr:mar"
    " ms:msa:may:zsm mt:mlt my:mya:bur na:nau nb:nob nd:nde ne:nep:npi ng:ndo nl:nld:dut nn:nno"
    " no:nor nr:nbl nv:nav ny:nya oc:oci oj:oji om:orm or:ori:ory os:oss pa:pan pi:pli pl:pol"
    " ps:pus pt:por qu:que rm:roh rn:run ro:ron:rum:mo ru:rus rw:kin sa:san sc:srd sd:snd se:sme"
    " sg:sag si:sin sk:slk:slo sl:slv sm:smo sn:sna so:som sq:sqi:alb sr:srp:scc:hbs:sh ss:ssw"
    " st:sot su:sun sv:swe sw:swa:swh ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn"
    " to:ton tr:tur ts:tso tt:tat tw:twi ty:tah ug:uig uk:ukr:ua ur:urd uz:uzb:uzn ve:ven"
    " vi:vie:vn vo:vol wa:wln wo:wol xh:xho yi:yid:ji yo:yor za:zha zh:zho:chi:cmn:cn zu:zul"
)
_SPELLED = {name: names.split(":")[0] for names in _CODES.split() for name in names.split(":")}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_.@].*)?", re.IGNORECASE | re.DOTALL)
#: Characters of the longest tag.
_LONGEST = 40
#: "Undetermined", "multiple", "no linguistic content", "uncoded".
#: What encodings, directions and robots are called stands there by mistake.
_NONE = frozenset("und mul zxx mis utf iso win all ltr rtl htm xml www any".split())


def language_code(tag: str) -> str | None:
    """The language of a tag such as ``eng``, ``zh-Hant-TW`` or ``pt_BR.UTF-8``: en, zh, pt.

    A language that ISO 639-1 has no code for keeps its three letters. None where there is no tag.
    """
    found = _TAG.fullmatch(tag.strip()[:_LONGEST])
    if found is None:
        return None
    code = found[1].lower()
    kept = code if len(code) == 3 and code not in _NONE else None
    return _SPELLED.get(code, kept)
