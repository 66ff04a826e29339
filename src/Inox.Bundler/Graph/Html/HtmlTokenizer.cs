using Inox.Core;

namespace Inox.Bundler.Graph;

/// <summary>
/// Splits a page into tags, text and comments as the tokenizer of the HTML standard does (13.2.5), by position and without building a tree: any text is
/// accepted. Differences: the content of <c>noscript</c> counts as elements, since browsers without scripts load what it names.
/// </summary>
internal sealed class HtmlTokenizer(string text)
{
    private readonly List<HtmlAttribute> _attributes = [];
    private int _position;
    private string? _raw;

    // How many elements of SVG and MathML are open: in them <title/> is empty, and CDATA sections are text.
    private int _foreign;
    private bool _isSelfClosing;

    public HtmlTokenKind Kind { get; private set; }

    public int Start { get; private set; }

    public int End => _position;

    /// <summary>The lower-case name of a tag.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<HtmlAttribute> Attributes => _attributes;

    public HtmlTokenKind Next()
    {
        Start = _position;
        if (_position == text.Length) return Kind = HtmlTokenKind.EndOfFile;
        if (_raw is { } raw) return Kind = ReadRaw(raw);
        if (text[_position] != '<') return Kind = ReadText();
        char next = At(1);
        if (char.IsAsciiLetter(next)) return Kind = ReadTag(1, HtmlTokenKind.StartTag);
        if (next == '/' && char.IsAsciiLetter(At(2))) return Kind = ReadTag(2, HtmlTokenKind.EndTag);
        if (next == '!') return Kind = ReadMarkup();
        if (next is '?' or '/') return Kind = ReadBogusComment();
        return Kind = ReadText();
    }

    private char At(int offset) => _position + offset < text.Length ? text[_position + offset] : '\0';

    private HtmlTokenKind ReadText()
    {
        int next = text.IndexOf('<', _position + 1);
        _position = next < 0 ? text.Length : next;
        return HtmlTokenKind.Text;
    }

    private HtmlTokenKind ReadMarkup()
    {
        if (At(2) == '-' && At(3) == '-') return ReadComment();
        if (_foreign > 0 && text.AsSpan(_position).StartsWith("<![CDATA["))
        {
            int end = text.IndexOf("]]>", _position, StringComparison.Ordinal);
            _position = end < 0 ? text.Length : end + 3;
            return HtmlTokenKind.Text;
        }
        bool isDoctype = text.AsSpan(_position + 2).StartsWith("doctype", StringComparison.OrdinalIgnoreCase);
        ReadBogusComment();
        return isDoctype ? HtmlTokenKind.Doctype : HtmlTokenKind.Comment;
    }

    private HtmlTokenKind ReadBogusComment()
    {
        int end = text.IndexOf('>', _position);
        _position = end < 0 ? text.Length : end + 1;
        return HtmlTokenKind.Comment;
    }

    // <!--> and <!---> are whole comments; --!> ends one too
    private HtmlTokenKind ReadComment()
    {
        int from = _position + 4;
        ReadOnlySpan<char> rest = text.AsSpan(from);
        if (rest.StartsWith(">") || rest.StartsWith("->"))
        {
            _position = from + (rest[0] == '>' ? 1 : 2);
            return HtmlTokenKind.Comment;
        }
        int plain = rest.IndexOf("-->"), odd = rest.IndexOf("--!>");
        if (plain < 0 && odd < 0) _position = text.Length;
        else _position = odd < 0 || plain >= 0 && plain < odd ? from + plain + 3 : from + odd + 4;
        return HtmlTokenKind.Comment;
    }

    private HtmlTokenKind ReadTag(int nameOffset, HtmlTokenKind kind)
    {
        int start = _position + nameOffset;
        _position = start;
        while (_position < text.Length && !IsTagEnd(text[_position])) _position++;
        Name = text[start.._position].ToLowerInvariant();
        _attributes.Clear();
        _isSelfClosing = false;
        while (ReadAttribute())
        {
        }
        // a tag that the file ends in is no tag
        if (_position == text.Length && text[^1] != '>') return HtmlTokenKind.Text;
        bool isEmpty = _foreign > 0 && _isSelfClosing;
        if (kind == HtmlTokenKind.StartTag && IsRawText(Name) && !isEmpty) _raw = Name;
        if (Name is "svg" or "math" && !_isSelfClosing) _foreign = Math.Max(0, _foreign + (kind == HtmlTokenKind.StartTag ? 1 : -1));
        return kind;
    }

    // False at the end of the tag, behind its `>`.
    private bool ReadAttribute()
    {
        while (_position < text.Length && (IsSpace(text[_position]) || text[_position] == '/')) _position++;
        if (_position == text.Length) return false;
        if (text[_position] == '>')
        {
            _isSelfClosing = text[_position - 1] == '/';
            _position++;
            return false;
        }
        int start = _position++;
        while (_position < text.Length && !IsTagEnd(text[_position]) && text[_position] != '=') _position++;
        string name = text[start.._position].ToLowerInvariant();
        int nameEnd = _position;
        while (_position < text.Length && IsSpace(text[_position])) _position++;
        if (At(0) != '=' || _position == text.Length)
        {
            _position = nameEnd;
            Add(new(name, new(start, nameEnd), TextSpan.At(nameEnd), '\0'));
            return true;
        }
        _position++;
        while (_position < text.Length && IsSpace(text[_position])) _position++;
        ReadValue(name, start);
        return true;
    }

    private void ReadValue(string name, int start)
    {
        char quote = At(0);
        int from = _position, to;
        if (quote is '"' or '\'')
        {
            int end = text.IndexOf(quote, ++from);
            to = end < 0 ? text.Length : end;
            _position = end < 0 ? text.Length : end + 1;
        }
        else
        {
            quote = '\0';
            while (_position < text.Length && !IsSpace(text[_position]) && text[_position] != '>') _position++;
            to = _position;
        }
        Add(new(name, new(start, _position), new(from, to), quote));
    }

    // of two attributes with one name the first counts
    private void Add(HtmlAttribute attribute)
    {
        foreach (HtmlAttribute other in _attributes) if (other.Name == attribute.Name) return;
        _attributes.Add(attribute);
    }

    // All up to the end tag, one text; nothing when the end tag comes at once.
    private HtmlTokenKind ReadRaw(string name)
    {
        _raw = null;
        int end = name == "script" ? FindScriptEnd(_position) : FindEndTag(name, _position);
        if (end == _position) return ReadTag(2, HtmlTokenKind.EndTag);
        _position = end;
        return HtmlTokenKind.Text;
    }

    private int FindEndTag(string name, int from)
    {
        for (int at = text.IndexOf("</", from, StringComparison.Ordinal); at >= 0; at = text.IndexOf("</", at + 2, StringComparison.Ordinal))
            if (IsNamed(name, at + 2)) return at;
        return text.Length;
    }

    // <!-- <script> </script> --> in a script: the inner end tag ends nothing (13.2.5.20 to 31)
    private int FindScriptEnd(int from)
    {
        bool isEscaped = false, isDouble = false;
        for (int at = from; at < text.Length; at++)
        {
            if (text[at] == '-' && isEscaped && text.AsSpan(at).StartsWith("-->")) isEscaped = isDouble = false;
            if (text[at] != '<') continue;
            ReadOnlySpan<char> rest = text.AsSpan(at + 1);
            if (rest.StartsWith("!--"))
            {
                isEscaped = true;
                at += 1;
            }
            else if (rest.StartsWith("/") && IsNamed("script", at + 2))
            {
                if (!isDouble) return at;
                isDouble = false;
            }
            else if (isEscaped && IsNamed("script", at + 1)) isDouble = true;
        }
        return text.Length;
    }

    private bool IsNamed(string name, int at) =>
        at + name.Length < text.Length && text.AsSpan(at, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase) && IsTagEnd(text[at + name.Length]);

    private static bool IsRawText(string name) => name is "script" or "style" or "title" or "textarea" or "xmp" or "iframe" or "noembed" or "noframes";

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    private static bool IsTagEnd(char c) => IsSpace(c) || c is '/' or '>';
}
