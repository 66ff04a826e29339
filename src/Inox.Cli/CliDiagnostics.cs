using Inox.Core;

namespace Inox.Cli;

/// <summary>What can be wrong with the command line, inox.json and the folders of a build.</summary>
internal static class CliDiagnostics
{
    private static readonly DiagnosticDescriptor s_unknownCommand = new("IX0001", Severity.Error, "there is no command `{0}`", "{1}");
    private static readonly DiagnosticDescriptor s_unknownOption = new("IX0002", Severity.Error, "`inox {0}` has no option `{1}`", "{2}");
    private static readonly DiagnosticDescriptor s_usage = new("IX0003", Severity.Error, "{0}", "{1}");
    private static readonly DiagnosticDescriptor s_wrongValue = new("IX0004", Severity.Error, "`{0}` does not take `{1}`", "{2}");
    private static readonly DiagnosticDescriptor s_conflict = new("IX0005", Severity.Error, "`{0}` and `{1}` cannot be combined", "{2}");
    private static readonly DiagnosticDescriptor s_noFile = new("IX0006", Severity.Error, "there is no file `{0}`");
    private static readonly DiagnosticDescriptor s_nothingToBuild = new("IX0007", Severity.Error, "there is nothing to build in `{0}`", "name the entries, or add an index.html, or an inox.json with `entryPoints`");
    private static readonly DiagnosticDescriptor s_installFailed = new("IX0008", Severity.Error, "`{0}` failed in `{1}`", "{2}");
    private static readonly DiagnosticDescriptor s_notInstalled = new("IX0009", Severity.Error, "the packages of `{0}` are not installed", "run `{1}` there");
    private static readonly DiagnosticDescriptor s_noJson = new("IX0010", Severity.Error, "this is no JSON");
    private static readonly DiagnosticDescriptor s_unknownKey = new("IX0011", Severity.Error, "there is no setting `{0}`", "{1}");
    private static readonly DiagnosticDescriptor s_wrongType = new("IX0012", Severity.Error, "`{0}` takes {1}, not {2}");
    private static readonly DiagnosticDescriptor s_wrongSetting = new("IX0013", Severity.Error, "`{0}` does not take `{1}`", "{2}");
    private static readonly DiagnosticDescriptor s_uncleanable = new("IX0014", Severity.Error, "`{0}` holds `{1}` and is not emptied", "choose another `outdir`, or leave `clean` out");
    private static readonly DiagnosticDescriptor s_cannotWrite = new("IX0015", Severity.Error, "cannot write `{0}`: {1}");
    private static readonly DiagnosticDescriptor s_cannotRead = new("IX0016", Severity.Error, "cannot read `{0}`: {1}");
    private static readonly DiagnosticDescriptor s_overwritesInput = new("IX0017", Severity.Error, "the build would overwrite its own input `{0}`", "choose another `outdir`");
    private static readonly DiagnosticDescriptor s_folderInUse = new("IX0018", Severity.Error, "`{0}` is not empty", "name a folder that is new or empty");
    private static readonly DiagnosticDescriptor s_behavesDifferently = new("IX0030", Severity.Error, "`{0}` does not do the same when minified: {1}", "{2}");
    private static readonly DiagnosticDescriptor s_cannotVerify = new("IX0031", Severity.Error, "cannot run `{0}` with node: {1}", "install node, or leave `--verify` out");

    public static Diagnostic UnknownCommand(string name, string help) => new() { Descriptor = s_unknownCommand, Arguments = [name, help] };

    public static Diagnostic UnknownOption(string command, string option, string help) => new() { Descriptor = s_unknownOption, Arguments = [command, option, help] };

    public static Diagnostic Usage(string what, string help) => new() { Descriptor = s_usage, Arguments = [what, help] };

    public static Diagnostic WrongValue(string option, string value, string help) => new() { Descriptor = s_wrongValue, Arguments = [option, value, help] };

    public static Diagnostic Conflict(string first, string second, string help) => new() { Descriptor = s_conflict, Arguments = [first, second, help] };

    public static Diagnostic NoFile(string path) => new() { Descriptor = s_noFile, Arguments = [path] };

    public static Diagnostic FolderInUse(string path) => new() { Descriptor = s_folderInUse, Arguments = [path] };

    public static Diagnostic NothingToBuild(string folder) => new() { Descriptor = s_nothingToBuild, Arguments = [folder] };

    public static Diagnostic InstallFailed(string command, string folder, string[] output) =>
        new() { Descriptor = s_installFailed, Arguments = [command, folder, $"run `{command}` there to see more"], Notes = output };

    public static Diagnostic NotInstalled(string folder, string command) => new() { Descriptor = s_notInstalled, Arguments = [folder, command] };

    public static Diagnostic NoJson(SourceText source, int offset) => new() { Descriptor = s_noJson, Source = source, Span = TextSpan.At(offset), Label = "not understood from here" };

    public static Diagnostic UnknownKey(SourceText source, TextSpan span, string key, string help) =>
        new() { Descriptor = s_unknownKey, Source = source, Span = span, Arguments = [key, help] };

    public static Diagnostic WrongType(SourceText source, TextSpan span, string key, string expected, string found) =>
        new() { Descriptor = s_wrongType, Source = source, Span = span, Arguments = [key, expected, found] };

    public static Diagnostic WrongSetting(SourceText source, TextSpan span, string key, string value, string help) =>
        new() { Descriptor = s_wrongSetting, Source = source, Span = span, Arguments = [key, value, help] };

    public static Diagnostic Uncleanable(string outdir, string what) => new() { Descriptor = s_uncleanable, Arguments = [outdir, what] };

    public static Diagnostic CannotWrite(string path, string why) => new() { Descriptor = s_cannotWrite, Arguments = [path, why] };

    public static Diagnostic CannotRead(string path, string why) => new() { Descriptor = s_cannotRead, Arguments = [path, why] };

    public static Diagnostic OverwritesInput(string path) => new() { Descriptor = s_overwritesInput, Arguments = [path] };

    public static Diagnostic BehavesDifferently(string path, string how, string help, string[] notes) =>
        new() { Descriptor = s_behavesDifferently, Arguments = [path, how, help], Notes = notes };

    public static Diagnostic CannotVerify(string path, string why) => new() { Descriptor = s_cannotVerify, Arguments = [path, why] };
}
