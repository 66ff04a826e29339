using Inox.Core;
using Inox.JavaScript.Semantics;

namespace Inox.JavaScript.Printing;

/// <summary>How a tree is written.</summary>
public sealed record PrintOptions
{
    public static PrintOptions Default { get; } = new();

    /// <summary>Leave out all white space and punctuation that may go, and write literals in their shortest form.</summary>
    public bool MinifyWhitespace { get; init; }

    /// <summary>Minify without syntax of ES2015 that the tree does not have: template literals for strings, shorthand properties.</summary>
    public bool MinifyToEs5 { get; init; }

    /// <summary>
    /// Whether strings are template literals even where quotes are as short: one sign everywhere compresses better. What other tools read
    /// without running it keeps quotes: <c>require("x")</c>, <c>Object.defineProperty(exports, "x", ...)</c>.
    /// </summary>
    public bool PreferTemplates { get; init; }

    /// <summary>Write only ASCII: other characters as escapes.</summary>
    public bool AsciiOnly { get; init; }

    public CommentPolicy Comments { get; init; } = CommentPolicy.All;

    /// <summary>The name to write for each symbol, indexed by symbol id; null writes the names as the tree has them.</summary>
    public SymbolText[]? Names { get; init; }

    /// <summary>Depth of indentation to start at, in levels.</summary>
    public int Indentation { get; init; }
}

public enum CommentPolicy : byte { None, Legal, All }

/// <summary>
/// What is written where a symbol is meant. A member such as <c>ns.default</c> is written so that a call does not pass <c>this</c>:
/// <c>(0, ns.default)()</c>. A null <paramref name="Text"/> keeps the name the tree has.
/// </summary>
public readonly record struct SymbolText(string? Text, bool IsMember);
