namespace Inox.JavaScript;

public enum SyntaxTokenKind : byte
{
    /// <summary>A name, or a word that is a keyword in some places only, such as <c>of</c> and <c>type</c>.</summary>
    Name,

    /// <summary>A reserved word, <c>true</c>, <c>false</c>, <c>null</c> and <c>this</c> among them.</summary>
    Keyword,
    PrivateName,
    Punctuator,
    Number,
    BigInt,
    String,

    /// <summary>A piece of a template: from a backtick or <c>}</c> to a backtick or <c>${</c>.</summary>
    Template,
    RegExp,
    JsxText,
}

/// <summary>A token as the parser read it. Comments and white space are none.</summary>
public readonly record struct SyntaxToken(SyntaxTokenKind Kind, int Start, int End);
