namespace Inox.Css;

/// <summary>
/// Tells selectors that are written as they stand, without parsing them: one class, punctuation in it escaped, with <c>:hover</c>, <c>:focus</c> or <c>:active</c>.
/// Sheets of utilities have little else.
/// </summary>
internal static class PlainSelector
{
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] != '.' || !(char.IsAsciiLetter(text[1]) || text[1] == '_')) return false;
        for (int i = 2; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_') continue;
            if (c == ':') return text[(i + 1)..] is "hover" or "focus" or "active";
            if (c != '\\' || ++i == text.Length || text[i] is not (':' or '.' or '/' or '%' or '[' or ']')) return false;
        }

        return true;
    }
}
