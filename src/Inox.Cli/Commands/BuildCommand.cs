using Inox.Bundler;
using Inox.Cli.Building;
using Inox.Cli.Options;
using Inox.Core;

namespace Inox.Cli.Commands;

/// <summary><c>inox build</c>.</summary>
internal static class BuildCommand
{
    public static CommandDefinition Definition { get; } = new("build", "Bundle an application.")
    {
        Arguments = "[DIR | ENTRY...]",
        About =
        [
            "Builds DIR (or the current folder) as its inox.json says, or else its index.html; or builds the named entries. Settings of inox.json carry the names below in camelCase (entry-names is entryNames); the command line wins over them.",
            "Outputs are moved into place only when the build succeeded; a failing build leaves the previous ones as they were. Files that an earlier build wrote and this one did not are removed, all others stay unless --clean is given.",
            "When package.json names dependencies and node_modules is missing or older than package-lock.json, `npm ci` runs first.",
        ],
        Options = BuildTable.CommandLine,
        Examples =
        [
            ("inox build", "the application in this folder, into dist/"),
            ("inox build src/main.ts --outdir=public --minify --sourcemap", "one entry with everything it imports"),
            ("inox build src/server.ts --platform=node --packages=external --outfile=server.js", "a program for Node.js that leaves its packages in node_modules"),
            ("inox build --watch --define:process.env.API=\\\"/api\\\"", "build again on every change"),
        ],
        Run = Run,
    };

    private static int Run(CommandCall call)
    {
        List<Diagnostic> diagnostics = [];
        if (BuildPlanner.Plan(call, diagnostics) is not { } plan)
        {
            call.Reporter.Show(diagnostics);
            // A settings file is input, a command line is usage.
            return diagnostics.Exists(diagnostic => diagnostic.Source is not null) ? ExitCode.Errors : ExitCode.Usage;
        }
        if (PackageInstaller.Ensure(plan.Folder, call.Terminal.Files, path => ShownPath.Of(path, call.Terminal), call.Reporter.Say) is { } fault)
        {
            call.Reporter.Show([fault]);
            return ExitCode.Errors;
        }
        bool watches = call.Options.Flag(BuildTable.Watch);
        BuildRun run = new(call, plan) { IsWatching = watches };
        if (watches) return WatchLoop.Run(call, run.Run);
        return run.Run().HasErrors ? ExitCode.Errors : ExitCode.Success;
    }
}
