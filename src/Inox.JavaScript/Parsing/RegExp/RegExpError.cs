namespace Inox.JavaScript.Parsing;

/// <summary>Why a regular expression is none. The offset counts UTF-16 code units in the pattern, or in the flags when <paramref name="InFlags"/>.</summary>
internal readonly record struct RegExpError(int Offset, string Message, bool InFlags = false);
