using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript;

/// <summary>
/// What parsing gives: always a tree, even of broken text, and what was wrong with it. <paramref name="Comments"/> are in source order
/// and empty unless they were asked for.
/// </summary>
public sealed record ParseResult(Program Program, SourceText Source, Comment[] Comments, Diagnostic[] Diagnostics)
{
    /// <summary>What the parser noticed in passing and later steps would otherwise have to search for.</summary>
    public required ProgramFeatures Features { get; init; }

    /// <summary>The tokens in source order; empty unless they were asked for.</summary>
    public SyntaxToken[] Tokens { get; init; } = [];

    /// <summary>The grammar the file was read with.</summary>
    public Language Language { get; init; }

    public bool HasErrors
    {
        get
        {
            foreach (Diagnostic diagnostic in Diagnostics) if (diagnostic.Severity == Severity.Error) return true;
            return false;
        }
    }
}

public enum CommentKind : byte { Line, Block, HtmlOpen, HtmlClose, Hashbang }

/// <summary>
/// A comment with its delimiters. <paramref name="AttachedTo"/> is the start of the token behind it, so it leads every node that starts
/// there; <paramref name="IsTrailing"/> says that only blanks and no line break part it from the token before.
/// </summary>
public readonly record struct Comment(CommentKind Kind, int Start, int End, int AttachedTo, bool IsTrailing)
{
    public TextSpan Span => new(Start, End);
}

/// <summary>Constructs a file contains: a pass that is about none of them need not walk the tree.</summary>
[Flags]
public enum ProgramFeatures
{
    None = 0,
    TypeScript = 1 << 0,
    Jsx = 1 << 1,
    Enum = 1 << 2,
    Namespace = 1 << 3,
    Decorators = 1 << 4,
    ImportOrExport = 1 << 5,
    ImportMeta = 1 << 6,
    DynamicImport = 1 << 7,
    TopLevelAwait = 1 << 8,
    DirectEval = 1 << 9,
    With = 1 << 10,
    Using = 1 << 11,
    ParameterProperty = 1 << 12,
    Accessor = 1 << 13,
}
