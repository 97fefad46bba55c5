"""What is counted before a page is parsed: the attributes that its parser would make, no fewer."""

from selectolax.lexbor import LexborHTMLParser

from newscrawl.markup.attributes import attribute_names
from tests.rows import every_row

_MANY = b"".join(b" a%d=1" % at for at in range(12_000))
_FEW = b"".join(b" a%d=1" % at for at in range(20))


@every_row(
    "html",
    [
        *(
            b"<%s><%s></%s><p%%s>" % (text, other, text)
            for text, other in (
                *((b"textarea", b"script"), (b"title", b"style"), (b"IFrame", b"script")),
                *((b"noembed", b"script"), (b"noframes", b"style"), (b"xmp", b"textarea")),
                *((b"script", b"textarea"), (b"svg", b"style"), (b"noscript", b"style")),
            )
        ),
        b"<script></scripts><p a='</script><p%s>'>",
        b"<svg><style><p%s></style>",
        b"<svg><title><p%s></title></svg>",
        b"<svg><svg></svg><style></svg><p%s></style>",
        b"<svg a='</svg>'><style></svg><p%s></style>",
        b"<svg><!-- </svg> --><style></svg><p%s></style>",
        b"<svg><desc></desc><style></svg><p%s></style>",
        b"<svg><![CDATA[<p a='</svg>]]><p%s>'></svg>",
        b"<svg><desc><style><p%s></style>",
        b"<svg><p><style><p%s></style>",
        b"<svg/><style><p%s></style>",
        b"<math><mi><style><p%s></style>",
        b"<math><desc><style><p%s></style>",
        b"<!--><p%s>-->",
        b"<!--x--!><p%s>-->",
        b"<!-- <p%s> -->",
        b"<?<p a='><p%s>'>",
        b"</ <p a='><p%s>'>",
        b"<plaintext><p%s>",
        b"<template><style><p%s></style></template>",
    ],
)  # fmt: skip
def test_attributes_are_counted_where_a_parser_makes_them(html: bytes) -> None:
    nodes = LexborHTMLParser(html % _FEW).css("*")
    are_made = sum(len(node.attributes) for node in nodes) >= 20
    assert (len(attribute_names(html % _MANY)) >= 12_000) == are_made
