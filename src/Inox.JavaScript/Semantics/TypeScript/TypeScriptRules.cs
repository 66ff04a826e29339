using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Semantics;

/// <summary>What the imports and exports of a file become.</summary>
public enum ModuleOutput : byte
{
    /// <summary>Not known: nothing is reported that depends on it.</summary>
    Any,
    CommonJs,

    /// <summary>ECMAScript modules without top-level <c>await</c>: TypeScript's <c>es2015</c> and <c>es2020</c>.</summary>
    Es2015,

    /// <summary>ECMAScript modules: <c>es2022</c>, <c>esnext</c>.</summary>
    Es2022,
}

/// <summary>
/// Asks for what TypeScript's checker rejects and what can be told without types. What is an error in JavaScript too, and TypeScript's
/// grammar, is reported by the parser; these are rules of compiling a program.
/// </summary>
public sealed record TypeScriptRules
{
    /// <summary>The option <c>module</c>.</summary>
    public ModuleOutput Module { get; init; }

    /// <summary>The option <c>target</c>.</summary>
    public EcmaVersion Target { get; init; } = EcmaVersion.EsNext;

    /// <summary>The option <c>experimentalDecorators</c>: they may decorate parameters, but not private members and class expressions.</summary>
    public bool ExperimentalDecorators { get; init; }
}
