namespace Inox.JavaScript.Parsing;

/// <summary>Every word with a token kind of its own.</summary>
internal static class Keywords
{
    public static ReadOnlySpan<(string Word, Token Kind)> All => s_all;

    /// <summary>Whether no variable of strict code can have the name.</summary>
    public static bool IsReserved(string name)
    {
        foreach ((string word, Token kind) in s_all) if (word == name) return kind.IsReserved || kind.IsStrictReserved || kind == Token.Await;
        return false;
    }

    private static readonly (string, Token)[] s_all =
    [
        ("abstract", Token.Abstract), ("accessor", Token.Accessor), ("any", Token.Any), ("arguments", Token.Arguments), ("as", Token.As),
        ("asserts", Token.Asserts), ("assert", Token.Assert), ("async", Token.Async), ("bigint", Token.BigIntWord), ("boolean", Token.Boolean),
        ("constructor", Token.Constructor), ("declare", Token.Declare), ("defer", Token.Defer), ("eval", Token.Eval), ("from", Token.From),
        ("get", Token.Get), ("global", Token.Global), ("infer", Token.Infer), ("intrinsic", Token.Intrinsic), ("is", Token.Is),
        ("keyof", Token.Keyof), ("meta", Token.Meta), ("module", Token.Module), ("namespace", Token.Namespace), ("never", Token.Never),
        ("number", Token.NumberWord), ("object", Token.Object), ("of", Token.Of), ("out", Token.Out), ("override", Token.Override),
        ("readonly", Token.Readonly), ("require", Token.Require), ("satisfies", Token.Satisfies), ("set", Token.Set), ("source", Token.Source),
        ("string", Token.StringWord), ("symbol", Token.Symbol), ("target", Token.Target), ("type", Token.Type), ("undefined", Token.Undefined),
        ("unique", Token.Unique), ("unknown", Token.Unknown), ("using", Token.Using),
        ("implements", Token.Implements), ("interface", Token.Interface), ("let", Token.Let), ("package", Token.Package),
        ("private", Token.Private), ("protected", Token.Protected), ("public", Token.Public), ("static", Token.Static),
        ("yield", Token.Yield), ("await", Token.Await),
        ("break", Token.Break), ("case", Token.Case), ("catch", Token.Catch), ("class", Token.Class), ("const", Token.Const),
        ("continue", Token.Continue), ("debugger", Token.Debugger), ("default", Token.Default), ("delete", Token.Delete), ("do", Token.Do),
        ("else", Token.Else), ("enum", Token.Enum), ("export", Token.Export), ("extends", Token.Extends), ("false", Token.False),
        ("finally", Token.Finally), ("for", Token.For), ("function", Token.Function), ("if", Token.If), ("import", Token.Import),
        ("in", Token.In), ("instanceof", Token.Instanceof), ("new", Token.New), ("null", Token.Null), ("return", Token.Return),
        ("super", Token.Super), ("switch", Token.Switch), ("this", Token.This), ("throw", Token.Throw), ("true", Token.True),
        ("try", Token.Try), ("typeof", Token.Typeof), ("var", Token.Var), ("void", Token.Void), ("while", Token.While), ("with", Token.With),
    ];
}
