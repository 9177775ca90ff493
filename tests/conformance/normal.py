"""What a recording leaves out: all that differs from one run or machine to the next."""
import hashlib
import re

GUID = re.compile(r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
# A property that throws shows its exception, whose stack trace names machines and numbered helpers of the formatter.
SHOWN_TRACE = re.compile(r"\\n   at .*?(?=</code>)")
FRAME = re.compile(r"^ *(at .*|--- End of .*|---> \(Inner Exception.*)\n?", re.MULTILINE)


def normal(output, folder):
    """The output as it is recorded; texts as lists of lines, as notebooks hold them."""
    if output["output_type"] == "stream":
        return output | {"text": lines(normal_text(output["text"], folder))}
    if output["output_type"] == "error":
        return output | {"evalue": normal_text(output["evalue"], folder)}
    return output | {"data": {mime: lines(normal_text(data, folder)) if isinstance(data, str) else data for mime, data in output["data"].items()}}


def normal_text(text, folder):
    text = text.replace("\r\n", "\n")
    text = text.replace(str(folder), "FOLDER")
    text = GUID.sub("GUID", text)
    # The compiler's own names for what the cells before have defined.
    text = re.sub(r"AnonymousType(\d+)#\d+", r"AnonymousType\1#N", text)
    text = re.sub(r"Submission#\d+", "Submission#N", text)
    text = re.sub(r"ℛ\*GUID#\d+-\d+", "ℛ*GUID#N", text)
    text = re.sub(r"Wall time: [\d.,:]+ ?\w*", "Wall time: TIME", text)
    text = SHOWN_TRACE.sub("", text)
    text = re.sub(r"(<td>Id</td><td><div class=\"dni-plaintext\"><pre>)\d+", r"\1NUMBER", text)
    text = re.sub(r"\S+\.fsproj : (error NU\d+: .*source\(s\): ).*", r"\1SOURCES", text)
    # The style sheet that follows almost every value is the same each time: its first letters tell whether it still is.
    return STYLE.sub(lambda style: f"<style>{hashlib.sha256(style[1].encode()).hexdigest()[:8]}</style>", text)


def normal_error(value):
    """An exception without its stack trace."""
    return FRAME.sub("", value).rstrip()


def lines(text):
    return text.splitlines(keepends=True)
