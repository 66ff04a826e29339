namespace Inox.JavaScript.Syntax;

/// <summary>Tells whether a name can be written without quotes.</summary>
public static class Identifiers
{
    public static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || !(char.IsAsciiLetter(name[0]) || name[0] is '$' or '_')) return false;
        foreach (char c in name) if (!char.IsAsciiLetterOrDigit(c) && c is not ('$' or '_')) return false;
        return true;
    }
}
