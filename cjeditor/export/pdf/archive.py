"""What makes a PDF one to keep (PDF/A-2b): its information once more as XMP, and what its colours mean."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any, Final
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc

_MADE: Final = bytes.fromhex("07d00001000100000000 0000".replace(" ", ""))
"""When the colour profile was made: a fixed day, or no two files were the same. Twelve bytes from the 24th on."""
_MADE_AT: Final = 24
_PROFILE_ID: Final = slice(84, 100)

_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"\
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
{described}<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate>
<xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<xmp:MetadataDate>{stamp}</xmp:MetadataDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def make_archivable(document: Any, language: str, when: datetime) -> None:
    """Put metadata and the meaning of the colours into reportlab's document.

    `when` is the moment that its information says, too.
    """
    metadata = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), _xmp(document.info, language, when)
    )
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb_profile(), [pdfdoc.PDFZCompress])
    intent = pdfdoc.PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.Metadata = document.Reference(metadata)
    catalog.OutputIntents = pdfdoc.PDFArray([intent])


@cache
def srgb_profile() -> bytes:
    """The ICC profile of sRGB, the same bytes each time."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = bytearray(made)
    profile[_MADE_AT : _MADE_AT + len(_MADE)] = _MADE
    # Its sum over all bytes would no longer be right; zero says that there is none.
    profile[_PROFILE_ID] = bytes(16)
    return bytes(profile)


def _xmp(info: Any, language: str, when: datetime) -> bytes:
    described = [
        _alternatives("dc:title", info.title),
        _alternatives("dc:description", info.subject),
        f"<dc:creator><rdf:Seq><rdf:li>{escape(info.author)}</rdf:li></rdf:Seq></dc:creator>\n" if info.author else "",
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>\n" if language else "",
        f"<pdf:Keywords>{escape(info.keywords)}</pdf:Keywords>\n" if info.keywords else "",
    ]
    return _XMP.format(
        described="".join(described),
        producer=escape(info.producer),
        creator=escape(info.creator),
        stamp=when.isoformat(timespec="seconds"),
    ).encode("utf-8")


def _alternatives(name: str, text: str) -> str:
    if not text:
        return ""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></{name}>\n'
