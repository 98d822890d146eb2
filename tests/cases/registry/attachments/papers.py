"""Small files of every type that is taken, and of some that are not."""

from io import BytesIO
from zipfile import ZipFile

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def zipped(*names: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return file.getvalue()


def compound(stream: str) -> bytes:
    return COMPOUND + bytes(512) + f"{stream}\0".encode("utf-16-le") + bytes(64)


TAKEN = {
    "决定书.pdf": (b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n", "pdf"),
    "决定书.OFD": (zipped("OFD.xml", "Doc_0/Document.xml"), "ofd"),
    "申请书.docx": (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
    "清单.xlsx": (zipped("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
    "旧申请书.doc": (compound("WordDocument"), "doc"),
    "答复书.wps": (compound("WordDocument"), "doc"),
    "旧清单.xls": (compound("Workbook"), "xls"),
    "送达回证.jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(32), "jpg"),
    "照片.jpeg": (b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00" + bytes(32), "jpg"),
    "照片.png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(32), "png"),
    "扫描.tif": (b"II*\x00\x08\x00\x00\x00" + bytes(32), "tiff"),
    "扫描.tiff": (b"MM\x00*\x00\x00\x00\x08" + bytes(32), "tiff"),
    "说明.txt": ("本院认为，原告的诉讼请求成立。\r\n".encode(), "txt"),
    "旧说明.txt": ("行政复议答复书".encode("gb18030"), "txt"),
}

# What is refused, and what the refusal says the file is.
REFUSED = {
    "木马.pdf": (b"MZ\x90\x00\x03" + bytes(64), "a program"),
    "网页.txt": (b"<html><script>alert(1)</script></html>", "a web page"),
    "压缩.docx": (zipped("a.txt"), "an archive"),
    "宏.docx": (
        zipped("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        "macros",
    ),
    "坏.docx": (b"PK\x03\x04" + bytes(64), "an archive"),
    "安装.doc": (compound("Icon"), "another kind"),
    "乱码.txt": (bytes(range(1, 64)), "unknown"),
    "动画.gif": (b"GIF89a" + bytes(32), "another type"),
}

# A type that is taken, under a name that says another.
MISNAMED = {
    "申请书.pdf": (TAKEN["申请书.docx"][0], ".docx"),
    "图片.txt": (TAKEN["照片.png"][0], ".png"),
    "没有扩展名": (TAKEN["决定书.pdf"][0], ".pdf"),
}
