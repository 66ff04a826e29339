using System.CommandLine;
using System.CommandLine.Parsing;
using Inox.Cli.Commands;
using Inox.Cli.Options;
using Inox.Core;

namespace Inox.Cli;

/// <summary>
/// From arguments to the command that runs. System.CommandLine takes the words apart; values are read by the option table, so that a
/// value means the same here and in inox.json. Only the command that is called has its options built: that keeps the start short.
/// </summary>
internal static class CommandLine
{
    private static readonly ParserConfiguration s_configuration = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static int Run(string[] arguments, Terminal terminal)
    {
        int exitCode = Dispatch(arguments, terminal);
        terminal.Output.Flush();
        terminal.Error.Flush();
        return exitCode;
    }

    private static int Dispatch(string[] arguments, Terminal terminal)
    {
        switch (arguments)
        {
            case []:
                HelpText.WriteOverview(terminal.Output);
                return ExitCode.Success;
            case ["--version" or "-v" or "version", ..]:
                terminal.Output.WriteLine(ProductVersion.Text);
                return ExitCode.Success;
            case ["help" or "--help" or "-h", .. var names]:
                return Help(names, terminal);
        }
        if (CommandTable.Find(arguments[0]) is not { } command) return UnknownCommand(arguments[0], terminal);
        return Call(command, arguments[1..], terminal);
    }

    private static int Help(string[] names, Terminal terminal)
    {
        if (names.Length == 0)
        {
            HelpText.WriteOverview(terminal.Output);
            return ExitCode.Success;
        }
        if (CommandTable.Find(names[0]) is not { } command) return UnknownCommand(names[0], terminal);
        HelpText.Write(command, terminal.Output);
        return ExitCode.Success;
    }

    private static int UnknownCommand(string name, Terminal terminal)
    {
        string help = Suggest.Near(name, CommandTable.All.Select(command => command.Name)) ?? "`inox help` lists the commands";
        new Reporter(terminal, new()).Show([CliDiagnostics.UnknownCommand(name, help)]);
        return ExitCode.Usage;
    }

    private static int Call(CommandDefinition command, string[] words, Terminal terminal)
    {
        List<Diagnostic> diagnostics = [];
        (OptionSet options, List<string> arguments) = Parse(command, words, terminal.WorkingDirectory, diagnostics);
        if (options.Flag(CommonTable.Help))
        {
            HelpText.Write(command, terminal.Output);
            return ExitCode.Success;
        }
        CommandCall call = new(terminal, options, arguments);
        if (diagnostics.Count == 0) return command.Run(call);
        call.Reporter.Show(diagnostics);
        return ExitCode.Usage;
    }

    private static (OptionSet, List<string>) Parse(CommandDefinition command, string[] words, string folder, List<Diagnostic> diagnostics)
    {
        Argument<string[]> rest = new("arguments") { Arity = ArgumentArity.ZeroOrMore };
        RootCommand root = [rest];
        root.Options.Clear();
        Dictionary<string, OptionDefinition> byFlag = [];
        List<(OptionDefinition, Option<string[]>)> parsers = [];
        foreach (OptionDefinition option in command.AllOptions)
        {
            Option<string[]> parser = option.Alias is null ? new(option.Flag) : new(option.Flag, option.Alias);
            parser.Arity = ArgumentArity.OneOrMore;
            root.Options.Add(parser);
            parsers.Add((option, parser));
            byFlag[option.Flag] = option;
            if (option.Alias is not null) byFlag[option.Alias] = option;
        }

        (string[] known, string[] literal) = Words(command, words, byFlag, diagnostics);
        ParseResult result = root.Parse(known, s_configuration);
        foreach (ParseError error in result.Errors) diagnostics.Add(CliDiagnostics.Usage(error.Message.TrimEnd('.'), $"`inox help {command.Name}` shows how it is called"));
        OptionSet options = new();
        foreach ((OptionDefinition option, Option<string[]> parser) in parsers)
        {
            if (result.GetResult(parser) is not { Tokens.Count: > 0 } given) continue;
            if (ArgumentReader.Read(option, [.. given.Tokens.Select(token => token.Value)], folder, diagnostics) is { } value) options.Set(option, value);
        }
        return (options, [.. result.GetValue(rest) ?? [], .. literal]);
    }

    /// <summary>
    /// The words with every option joined to its value, and the arguments behind <c>--</c>. A flag never takes the next word
    /// (<c>--minify app.ts</c>), and <c>--no-x</c> is <c>--x=false</c>.
    /// </summary>
    private static (string[] Known, string[] Literal) Words(CommandDefinition command, string[] words, Dictionary<string, OptionDefinition> byFlag, List<Diagnostic> diagnostics)
    {
        List<string> known = [];
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i];
            if (word == "--") return ([.. known], words[(i + 1)..]);
            if (word.Length < 2 || word[0] != '-')
            {
                known.Add(word);
                continue;
            }
            int end = word.AsSpan().IndexOfAny('=', ':');
            string flag = end < 0 ? word : word[..end];
            if (byFlag.TryGetValue(flag, out OptionDefinition? option))
            {
                if (end >= 0) known.Add($"{option.Flag}={word[(end + 1)..]}");
                else if (option.IsValueOptional) known.Add(option.Flag + "=true");
                else if (i + 1 < words.Length) known.Add($"{option.Flag}={words[++i]}");
                else diagnostics.Add(CliDiagnostics.Usage($"`{option.Flag}` needs a value", $"`inox help {command.Name}` says which"));
            }
            else if (end < 0 && flag.StartsWith("--no-", StringComparison.Ordinal) && byFlag.TryGetValue("--" + flag[5..], out option) && option.Kind == OptionKind.Flag)
            {
                known.Add(option.Flag + "=false");
            }
            else
            {
                string help = Suggest.Near(flag, byFlag.Keys) ?? $"`inox help {command.Name}` lists the options";
                diagnostics.Add(CliDiagnostics.UnknownOption(command.Name, flag, help));
            }
        }
        return ([.. known], []);
    }
}
