using Inox.Testing;

namespace Inox.Conformance;

internal sealed record Arguments
{
    public string Suite { get; init; } = "";

    /// <summary>The absolute path of the folder that holds the zips.</summary>
    public string Packs { get; init; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "conformance"));

    public bool ShowsFailures { get; init; }

    public bool Lists { get; init; }

    /// <summary>Null when they make no sense.</summary>
    public static Arguments? Parse(string[] arguments)
    {
        Arguments parsed = new();
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--list":
                    parsed = parsed with { Lists = true };
                    break;
                case "--failures":
                    parsed = parsed with { ShowsFailures = true };
                    break;
                case "--packs" when i + 1 < arguments.Length:
                    parsed = parsed with { Packs = Path.GetFullPath(arguments[++i]) };
                    break;
                case ['-', ..]:
                    return null;
                default:
                    if (parsed.Suite.Length > 0) return null;
                    parsed = parsed with { Suite = arguments[i] };
                    break;
            }
        }
        return parsed.Lists || parsed.Suite.Length > 0 ? parsed : null;
    }
}
