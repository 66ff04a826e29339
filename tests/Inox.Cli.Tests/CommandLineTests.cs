using Xunit;

namespace Inox.Cli.Tests;

public sealed class CommandLineTests
{
    // Arguments, exit code, and what standard error says.
    public static TheoryData<string, int, string> Calls => new()
    {
        { "--version", 0, "" },
        { "version", 0, "" },
        { "", 0, "" },
        { "help", 0, "" },
        { "help build", 0, "" },
        { "build --help", 0, "" },
        { "build -h", 0, "" },
        { "bulid", 2, "error IX0001: there is no command `bulid` (did you mean `build`?)" },
        { "frobnicate", 2, "error IX0001: there is no command `frobnicate` (`inox help` lists the commands)" },
        { "help prase", 2, "error IX0001: there is no command `prase` (did you mean `parse`?)" },
        { "build --minfy a.js", 2, "error IX0002: `inox build` has no option `--minfy` (did you mean `--minify`?)" },
        { "build --frobnicate", 2, "error IX0002: `inox build` has no option `--frobnicate` (`inox help build` lists the options)" },
        { "build --outdir", 2, "error IX0003: `--outdir` needs a value (`inox help build` says which)" },
        { "build --format=text", 2, "error IX0004: `--format` does not take `text` (one of `esm`, `cjs`, `iife`, `amd`, `umd`, `system`)" },
        { "build --platform=nodes", 2, "error IX0004: `--platform` does not take `nodes` (did you mean `node`?)" },
        { "build --minify=yes", 2, "error IX0004: `--minify` does not take `yes` (give it without a value, or `true` or `false`)" },
        { "build --define:X", 2, "error IX0004: `--define` does not take `X` (write --define:NAME=EXPRESSION)" },
        { "build --loader:png=file", 2, "error IX0004: `--loader` does not take `png=file` (write `.png`)" },
        { "build --loader:.png=fiel", 2, "error IX0004: `--loader` does not take `.png=fiel` (did you mean `file`?)" },
        { "build --banner:html=x", 2, "error IX0004: `--banner` does not take `html=x` (one of `js`, `css`)" },
        { "build --inline-limit=-1", 2, "error IX0004: `--inline-limit` does not take `-1` (give a whole number that is not negative)" },
        { "build a.js b.js --outfile=c.js", 2, "error IX0005: `--outfile` and `several entries` cannot be combined (name a folder with --outdir)" },
        { "build a.js --outfile=c.js --outdir=d", 2, "error IX0005: `--outfile` and `--outdir` cannot be combined (leave out one of them)" },
        { "build", 2, "error IX0007: there is nothing to build in `.` (name the entries, or add an index.html, or an inox.json with `entryPoints`)" },
        { "build --config=gone.json", 2, "error IX0006: there is no file `gone.json`" },
        { "transform", 2, "error IX0003: `inox transform` takes one file (name it, or `-` for standard input)" },
        { "transform gone.ts", 2, "error IX0006: there is no file `gone.ts`" },
        { "parse", 2, "error IX0003: `inox parse` needs a file (name some, or `-` for standard input)" },
        { "parse gone.js", 1, "error IX0006: there is no file `gone.js`" },
        { "parse --list=gone.txt", 2, "error IX0006: there is no file `gone.txt`" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void ExitCodesAndFaults(string arguments, int exitCode, string error)
    {
        using Cli cli = new();
        CliResult result = cli.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(error, OneLine(result.Error));
        Assert.Equal(exitCode, result.ExitCode);
    }

    // The human style puts help on a line of its own; both read the same here.
    private static string OneLine(string error) => string.Join(' ', error
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.StartsWith("= help: ", StringComparison.Ordinal) ? $"({line[8..]})" : line));
}
