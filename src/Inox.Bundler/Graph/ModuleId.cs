namespace Inox.Bundler.Graph;

/// <summary>
/// What tells modules apart: the absolute path of a file with the query it was asked for with, or a name in a space of its own
/// (<c>runtime</c>, <c>data</c>, <c>empty</c>); the space says too when one file is read with two loaders.
/// </summary>
internal readonly record struct ModuleId(string Path, string Suffix = "", string Space = "")
{
    public bool IsFile => Space.Length == 0;

    public override string ToString() => Space.Length == 0 ? Path + Suffix : $"{Space}:{Path}{Suffix}";
}
