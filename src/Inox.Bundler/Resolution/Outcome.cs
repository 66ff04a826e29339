namespace Inox.Bundler.Resolution;

/// <summary>What one step answers: nothing, so that the next step is asked; a result; or a failure that ends the search.</summary>
internal readonly record struct Outcome(OutcomeKind Kind, string Path = "", string Query = "", string Fragment = "")
{
    public static Outcome None => default;

    public static Outcome Failed => new(OutcomeKind.Failed);

    public bool IsFinal => Kind != OutcomeKind.None;

    public bool IsFound => Kind is not (OutcomeKind.None or OutcomeKind.Failed);
}

internal enum OutcomeKind : byte { None, File, Directory, Ignored, Builtin, External, DataUrl, Failed }
