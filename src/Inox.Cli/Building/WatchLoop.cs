using Inox.Bundler;
using Inox.Cli.Commands;
using Inox.Core;

namespace Inox.Cli.Building;

/// <summary>Builds again whenever an input changes, until Ctrl-C or the end of standard input.</summary>
internal static class WatchLoop
{
    public static int Run(CommandCall call, Func<BuildResult> build)
    {
        DateTime start = DateTime.UtcNow;
        BuildResult result = build();
        using CancellationTokenSource stop = new();
        using ConsoleInterrupt interrupt = new(call.Terminal, stop);
        Watcher watcher = new(call.Terminal.Files);
        call.Reporter.Say("watching for changes");
        while (true)
        {
            watcher.Remember(result.InputPaths, result.HasErrors, start);
            if (!watcher.WaitForChange(stop.Token)) return ExitCode.Success;
            (call.Terminal.Files as RealFileSystem)?.ForgetLinks();
            start = DateTime.UtcNow;
            result = build();
        }
    }
}
