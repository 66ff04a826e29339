namespace Inox.JavaScript.Estree;

/// <summary>Whose fields the JSON has.</summary>
public enum EstreeDialect : byte
{
    /// <summary>acorn and acorn-jsx: `start` and `end`, JavaScript only.</summary>
    Acorn,

    /// <summary>@typescript-eslint/typescript-estree: `range`, and the fields of TypeScript on every node.</summary>
    TypeScriptEstree,
}

/// <summary>How a tree is written as ESTree JSON.</summary>
public sealed record EstreeOptions
{
    public static EstreeOptions Default { get; } = new();

    public EstreeDialect Dialect { get; init; } = EstreeDialect.Acorn;
}
