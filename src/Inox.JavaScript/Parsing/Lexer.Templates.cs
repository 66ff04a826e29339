using System.Buffers;
using System.Text;

namespace Inox.JavaScript.Parsing;

internal partial struct Lexer   // templates
{
    private static readonly SearchValues<char> s_templateStops = SearchValues.Create("`\\$\r");

    /// <summary>Reads the `}` at hand as the end of a substitution: the current token becomes the next piece of the template.</summary>
    public void RescanTemplateContinuation() => State.Kind = ScanTemplate();

    /// <summary>The text of the current template piece as TRV gives it: with line ends normalised.</summary>
    public readonly string TemplateRaw()
    {
        int tail = (State.Flags & TokenFlags.TemplateTail) != 0 ? 1 : 2;
        ReadOnlySpan<char> raw = Text.AsSpan(State.Start + 1, Math.Max(0, State.Position - tail - State.Start - 1));
        return raw.Contains('\r') ? NormaliseLineEnds(raw) : new(raw);
    }

    private static string NormaliseLineEnds(ReadOnlySpan<char> text) => text.ToString().Replace("\r\n", "\n").Replace('\r', '\n');

    // From the backtick or `}` at State.Start up to a backtick or `${`.
    private Token ScanTemplate()
    {
        int start = State.Start + 1;
        int position = start;
        StringBuilder? cooked = null;
        int copied = start;
        bool isBad = false;
        while (true)
        {
            int length = Text.AsSpan(position).IndexOfAny(s_templateStops);
            if (length < 0)
            {
                Error(ParseErrors.UnterminatedTemplate, State.Start, State.Start + 1);
                position = Text.Length;
                SetFlag(TokenFlags.TemplateTail);
                State.Position = position + 1;
                break;
            }
            position += length;
            char c = At(position);
            if (c == '`')
            {
                SetFlag(TokenFlags.TemplateTail);
                State.Position = position + 1;
                break;
            }
            if (c == '$')
            {
                if (At(position + 1) == '{')
                {
                    State.Position = position + 2;
                    break;
                }
                position++;
                continue;
            }
            cooked ??= new();
            cooked.Append(Text, copied, position - copied);
            if (c == '\r')
            {
                cooked.Append('\n');
                position += At(position + 1) == '\n' ? 2 : 1;
            }
            else position = ReadTemplateEscape(position, cooked, ref isBad);
            copied = position;
        }
        SetTemplateValue(cooked, copied, position, isBad);
        return Token.Template;
    }

    private void SetTemplateValue(StringBuilder? cooked, int copied, int end, bool isBad)
    {
        if (State.Position > Text.Length) State.Position = Text.Length;
        if (isBad) State.Value = null;
        else if (cooked is null) State.Value = Text[copied..end];
        else State.Value = cooked.Append(Text, copied, end - copied).ToString();
    }

    // Octal escapes are no escapes in templates; a bad one is an error only when there is no tag.
    private readonly int ReadTemplateEscape(int backslash, StringBuilder cooked, ref bool isBad)
    {
        char c = At(backslash + 1);
        bool isOctal = c is >= '1' and <= '9' || (c == '0' && CharacterClass.IsDigit(At(backslash + 2)));
        int end = isOctal ? -1 : ReadEscape(backslash, cooked);
        if (end >= 0) return end;
        isBad = true;
        return Math.Min(backslash + 2, Text.Length);
    }
}
