using Inox.Cli.Options;
using Inox.Core;

namespace Inox.Cli;

/// <summary>Shows diagnostics and messages as the common options ask.</summary>
internal sealed class Reporter(Terminal terminal, OptionSet options)
{
    private readonly string _level = options.Text(CommonTable.LogLevel, "info");

    private readonly DiagnosticStyle? _given = options.Text(CommonTable.Diagnostics) switch
    {
        "short" => DiagnosticStyle.Short,
        "json" => DiagnosticStyle.Json,
        "sarif" => DiagnosticStyle.Sarif,
        "github" => DiagnosticStyle.GitHub,
        "human" => DiagnosticStyle.Human,
        _ => null,
    };

    /// <summary>Whether a program reads the diagnostics: then they have standard output for themselves.</summary>
    public bool IsMachine => _given is DiagnosticStyle.Json or DiagnosticStyle.Sarif or DiagnosticStyle.GitHub;

    public bool ShowsInfo => _level == "info";

    public bool UseColor => options.Flag(CommonTable.Color, terminal.UseColor);

    public bool UseOutputColor => options.Flag(CommonTable.Color, terminal.UseOutputColor);

    /// <param name="style">The style when none was asked for.</param>
    public void Show(IReadOnlyList<Diagnostic> diagnostics, DiagnosticStyle style = DiagnosticStyle.Human)
    {
        style = _given ?? style;
        List<Diagnostic> shown = [.. diagnostics.Where(IsShown)];
        // A SARIF log of no results still is what its reader waits for.
        if (shown.Count == 0 && style != DiagnosticStyle.Sarif) return;
        RenderOptions render = new() { Style = style, UseColor = UseColor, ToolVersion = ProductVersion.Text };
        TextWriter output = IsMachine ? terminal.Output : terminal.Error;
        DiagnosticRenderer.Write(output, shown, render);
        output.Flush();
    }

    /// <summary>A line for a person, on standard error.</summary>
    public void Say(string line)
    {
        if (ShowsInfo) terminal.Error.WriteLine(line);
    }

    private bool IsShown(Diagnostic diagnostic) => _level switch
    {
        "silent" => false,
        "error" => diagnostic.Severity == Severity.Error,
        "warning" => diagnostic.Severity is Severity.Error or Severity.Warning,
        _ => true,
    };
}
