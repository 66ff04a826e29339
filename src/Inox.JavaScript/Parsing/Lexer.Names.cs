using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace Inox.JavaScript.Parsing;

internal partial struct Lexer   // names
{
    private void ScanName()
    {
        int start = State.Start;
        int end = HashName(start, out uint hash);
        char c = At(end);
        if (c == '\\' || c >= 128)
        {
            ScanUnusualName(start);
            return;
        }
        State.Position = end;
        State.Value = _names.Get(SliceText(Text, start, end - start), hash, out State.Kind);
    }

    // The end of the ASCII name at a place, eight characters a step, and its hash.
    private readonly int HashName(int start, out uint hash)
    {
        string text = Text;
        ulong mixed = 0;
        for (int position = start; position <= text.Length - NameHash.BlockLength; position += NameHash.BlockLength)
        {
            Vector128<ushort> block = LoadBlock(text, position);
            uint others = ~PartLanes(block).ExtractMostSignificantBits() & 0xff;
            if (others != 0)
            {
                int count = BitOperations.TrailingZeroCount(others);
                hash = NameHash.Finish(NameHash.Mix(mixed, block & FirstLanes(count)));
                return position + count;
            }
            mixed = NameHash.Mix(mixed, block);
        }
        int end = start + 1;
        while (CharacterClass.IsPart(At(end))) end++;
        hash = NameHash.Of(SliceText(text, start, end - start));
        return end;
    }

    // Which of eight characters may stand in a name: letters, digits, `_` and `$`
    private static Vector128<ushort> PartLanes(Vector128<ushort> block)
    {
        Vector128<ushort> letters = Vector128.LessThanOrEqual((block | Vector128.Create((ushort)0x20)) - Vector128.Create((ushort)'a'), Vector128.Create((ushort)25));
        Vector128<ushort> digits = Vector128.LessThanOrEqual(block - Vector128.Create((ushort)'0'), Vector128.Create((ushort)9));
        return letters | digits | Vector128.Equals(block, Vector128.Create((ushort)'_')) | Vector128.Equals(block, Vector128.Create((ushort)'$'));
    }

    // A name with escapes or characters beyond ASCII.
    private void ScanUnusualName(int start)
    {
        string name = ReadUnusualName(start);
        State.Value = _names.Get(name, out Token kind);
        State.Kind = (State.Flags & TokenFlags.HasEscape) == 0 ? kind : WithEscape(kind);
    }

    // An escape takes a contextual keyword its meaning: `\u0061sync function f() {}` is two statements.
    private static Token WithEscape(Token kind) => kind.IsReserved ? Token.EscapedKeyword : kind.IsPlainIdentifier && kind is not (Token.Eval or Token.Arguments) ? Token.Identifier : kind;

    private void ScanPrivateName()
    {
        int start = State.Start + 1;
        char c = At(start);
        State.Kind = Token.PrivateName;
        if (!CharacterClass.IsStart(c) && c != '\\' && (c < 128 || !UnicodeIdentifiers.IsStart(CodePointAt(start, out _))))
        {
            State.Position = start;
            State.Kind = Token.Invalid;
            Error(ParseErrors.UnexpectedCharacter, State.Start, start, "#");
            return;
        }
        int end = start;
        while (CharacterClass.IsPart(At(end))) end++;
        if (At(end) is '\\' or >= '\u0080')
        {
            State.Value = _names.Get(ReadUnusualName(start), out _);
            return;
        }
        State.Position = end;
        State.Value = _names.Get(Text.AsSpan(start, end - start), out _);
    }

    private string ReadUnusualName(int start)
    {
        StringBuilder name = new();
        int position = start;
        while (true)
        {
            char c = At(position);
            if (CharacterClass.IsPart(c))
            {
                name.Append(c);
                position++;
            }
            else if (c == '\\')
            {
                SetFlag(TokenFlags.HasEscape);
                position = ReadNameEscape(position, name);
            }
            else
            {
                if (c < 128) break;
                int codePoint = CodePointAt(position, out int length);
                if (!(name.Length == 0 ? IsNameStart(codePoint) : IsNamePart(codePoint))) break;
                name.Append(Text, position, length);
                position += length;
            }
        }
        State.Position = position;
        return name.ToString();
    }

    private readonly int ReadNameEscape(int position, StringBuilder name)
    {
        int codePoint = At(position + 1) == 'u' ? ReadUnicodeEscape(position + 2, out int end) : Missing(position + 1, out end);
        bool isAllowed = codePoint >= 0 && (name.Length == 0 ? IsNameStart(codePoint) : IsNamePart(codePoint));
        if (!isAllowed) Error(ParseErrors.InvalidNameEscape, position, Math.Max(end, position + 1));
        else AppendCodePoint(name, codePoint);
        return Math.Max(end, position + 1);

        static int Missing(int at, out int end)
        {
            end = at;
            return -1;
        }
    }

    private static bool IsNameStart(int codePoint) => codePoint < 128 ? CharacterClass.IsStart((char)codePoint) : UnicodeIdentifiers.IsStart(codePoint);

    // ZWNJ and ZWJ may stand in names
    private static bool IsNamePart(int codePoint) =>
        codePoint < 128 ? CharacterClass.IsPart((char)codePoint) : codePoint is 0x200c or 0x200d || UnicodeIdentifiers.IsContinue(codePoint);

    private static void AppendCodePoint(StringBuilder text, int codePoint)
    {
        if (codePoint > 0xffff) text.Append(char.ConvertFromUtf32(codePoint));
        else text.Append((char)codePoint);
    }

    // UnicodeEscapeSequence behind `\u`: four digits or `{` digits `}`; -1 when it is bad.
    private readonly int ReadUnicodeEscape(int position, out int end)
    {
        if (At(position) == '{') return ReadBracedEscape(position + 1, out end);
        int value = 0;
        for (end = position; end < position + 4; end++)
        {
            int digit = CharacterClass.HexValue(At(end));
            if (digit < 0) return -1;
            value = (value << 4) | digit;
        }
        return value;
    }

    private readonly int ReadBracedEscape(int position, out int end)
    {
        int value = 0;
        for (end = position; ; end++)
        {
            int digit = CharacterClass.HexValue(At(end));
            if (digit < 0) break;
            value = (value << 4) | digit;
            if (value > 0x10ffff) return -1;
        }
        if (At(end) != '}' || end == position) return -1;
        end++;
        return value;
    }
}
