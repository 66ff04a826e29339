namespace Inox.JavaScript.Minification;

/// <summary>
/// Identifiers from short to long, reserved words left out. Letters come in the order in which minified code uses them, so that names
/// look like what stands around them and compress with it.
/// </summary>
public sealed class ShortNames
{
    private const string First = "etnrioaslucdfphmgvybxSCwTEDOkAjMNPFILRzBVHUWGKqJYXZQ_$";
    private const string Rest = First + "0123456789";

    /// <summary>How many names there are of one and of two letters, reserved words not counted.</summary>
    public const int OneLetter = 54, TwoLetters = 54 * 64;

    private int _next;

    public string Next()
    {
        string name;
        do name = Make(_next++);
        while (ReservedNames.Contains(name));
        return name;
    }

    private static string Make(int number)
    {
        Span<char> text = stackalloc char[8];
        int length = 0;
        text[length++] = First[number % First.Length];
        for (number /= First.Length; number > 0; number /= Rest.Length)
        {
            number--;
            text[length++] = Rest[number % Rest.Length];
        }
        return new(text[..length]);
    }
}
