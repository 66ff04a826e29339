using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>How the JSX of one file is lowered: the options, and what comments in the file say otherwise.</summary>
internal sealed class JsxSettings
{
    private bool _hasJsx;

    public JsxMode Mode { get; private set; }

    public string ImportSource { get; private set; } = "";

    public string Factory { get; private set; } = "";

    public string FragmentFactory { get; private set; } = "";

    public static JsxSettings Read(ParseResult parsed, JsxOptions options)
    {
        JsxSettings settings = new()
        {
            _hasJsx = (parsed.Features & ProgramFeatures.Jsx) != 0,
            Mode = options.Mode, ImportSource = options.ImportSource, Factory = options.Factory, FragmentFactory = options.FragmentFactory,
        };
        if (settings._hasJsx && options.Mode != JsxMode.Preserve)
            foreach (Comment comment in parsed.Comments) settings.ReadPragmas(parsed.Source.Slice(comment.Span));
        return settings;
    }

    /// <summary>
    /// Whether an import of that name is used by the elements though no reference says so. In the automatic mode it stays too, as with
    /// TypeScript and Babel, which see one file at a time: the module it names is loaded for its effects.
    /// </summary>
    public bool Keeps(string name) => _hasJsx && (IsRoot(name, Factory) || IsRoot(name, FragmentFactory));

    private static bool IsRoot(string name, string path) =>
        path.StartsWith(name, StringComparison.Ordinal) && (path.Length == name.Length || path[name.Length] == '.');

    private void ReadPragmas(ReadOnlySpan<char> comment)
    {
        if (ReadPragma(comment, "@jsxRuntime") is { } runtime) Mode = runtime == "classic" ? JsxMode.Classic : JsxMode.Automatic;
        if (ReadPragma(comment, "@jsxImportSource") is { } source)
        {
            ImportSource = source;
            Mode = JsxMode.Automatic;
        }
        if (ReadPragma(comment, "@jsxFrag") is { } fragment) FragmentFactory = fragment;
        if (ReadPragma(comment, "@jsx") is { } factory) Factory = factory;
    }

    private static string? ReadPragma(ReadOnlySpan<char> comment, string name)
    {
        int at = comment.IndexOf(name, StringComparison.Ordinal);
        while (at >= 0)
        {
            ReadOnlySpan<char> rest = comment[(at + name.Length)..];
            // @jsx is no @jsxFrag
            if (rest.Length > 0 && char.IsWhiteSpace(rest[0]))
            {
                rest = rest.TrimStart();
                int end = 0;
                while (end < rest.Length && !char.IsWhiteSpace(rest[end]) && rest[end] != '*') end++;
                return end == 0 ? null : rest[..end].ToString();
            }
            int next = rest.IndexOf(name, StringComparison.Ordinal);
            at = next < 0 ? -1 : at + name.Length + next;
        }
        return null;
    }
}
