namespace Inox.JavaScript.Tests.Fuzzing;

/// <summary>Changes a text at a few places: cuts, doubles, swaps, inserts tokens, or takes a piece of another text.</summary>
internal static class Mutator
{
    private static readonly string[] s_pieces =
    [
        "(", ")", "{", "}", "[", "]", ";", ",", "=>", "=", "...", "?.", "??", "!", "`", "${", "'", "/", "*", "<", ">", "</", "#a", "@", ":", "?", "\n", "\u2028", "\0", "\ud800", "\\u0061",
        " async ", " await ", " yield ", " let ", " of ", " in ", " class A {", " static ", " get ", " function ", " import ", " export ", " new ", " super", " as ", " satisfies ", " type ", " enum A {", " namespace A {", " declare ", "0", "1n", "/*", "*/", "//", "<!--", "-->",
    ];

    public static string Mutate(string text, string other, Random random)
    {
        for (int i = random.Next(4); i >= 0; i--) text = MutateOnce(text, other, random);
        return text;
    }

    private static string MutateOnce(string text, string other, Random random)
    {
        int start = random.Next(text.Length + 1), length = random.Next(Math.Min(16, text.Length - start + 1));
        return random.Next(6) switch
        {
            0 => text.Remove(start, length),
            1 => text.Insert(start, text.Substring(start, length)),
            2 => text[..start],
            3 => text.Insert(start, Slice(other, random)),
            4 => text.Remove(start, length).Insert(random.Next(text.Length - length + 1), text.Substring(start, length)),
            _ => text.Insert(start, s_pieces[random.Next(s_pieces.Length)]),
        };
    }

    private static string Slice(string text, Random random)
    {
        int start = random.Next(text.Length + 1);
        return text.Substring(start, random.Next(Math.Min(40, text.Length - start + 1)));
    }
}
