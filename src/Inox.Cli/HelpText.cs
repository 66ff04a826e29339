using Inox.Cli.Commands;
using Inox.Cli.Options;

namespace Inox.Cli;

/// <summary>What <c>inox help</c> and <c>--help</c> print: a page in the manner of man, 100 columns wide.</summary>
internal static class HelpText
{
    private const int Width = 100;
    private const int Indent = 2;
    private const int OptionColumn = 34;
    private const int CommandColumn = 14;

    public static void WriteOverview(TextWriter output)
    {
        output.WriteLine($"inox {ProductVersion.Text}: bundles, compiles and parses for the web");
        output.WriteLine();
        output.WriteLine("Usage");
        output.WriteLine("  inox COMMAND [options] [arguments]");
        output.WriteLine();
        output.WriteLine("Commands");
        foreach (CommandDefinition command in CommandTable.All) WriteEntry(output, command.Name, command.Summary, CommandColumn);
        WriteEntry(output, "help", "Show how a command is called.", CommandColumn);
        WriteEntry(output, "version", "Show the version; also --version.", CommandColumn);
        output.WriteLine();
        output.WriteLine("`inox help COMMAND` shows its options. Exit codes: 0 done, 1 the input has errors, 2 the command line has.");
    }

    public static void Write(CommandDefinition command, TextWriter output)
    {
        output.WriteLine($"inox {command.Name}: {LowerFirst(command.Summary.TrimEnd('.'))}");
        output.WriteLine();
        output.WriteLine("Usage");
        output.WriteLine($"  inox {command.Name} [options] {command.Arguments}");
        foreach (string paragraph in command.About)
        {
            output.WriteLine();
            WriteWrapped(output, paragraph, 0, 0);
        }
        foreach (IGrouping<string, OptionDefinition> group in command.AllOptions.GroupBy(option => option.Group))
        {
            output.WriteLine();
            output.WriteLine(group.Key);
            foreach (OptionDefinition option in group) WriteEntry(output, Spell(option), option.Summary, OptionColumn);
        }
        if (command.Examples.Length == 0) return;
        output.WriteLine();
        output.WriteLine("Examples");
        foreach ((string line, string does) in command.Examples)
        {
            output.WriteLine("  " + line);
            WriteWrapped(output, does, 6, 6);
        }
    }

    internal static string Spell(OptionDefinition option)
    {
        string flag = option.Alias is null ? option.Flag : $"{option.Alias}, {option.Flag}";
        return option.Kind switch
        {
            OptionKind.Flag => flag,
            OptionKind.Map => $"{flag}:{option.ValueName}",
            OptionKind.Choice when option.Bare is not null => $"{flag}[={Choices(option)}]",
            OptionKind.Choice => $"{flag}={Choices(option)}",
            _ => $"{flag}={option.ValueName}",
        };
    }

    private static string Choices(OptionDefinition option) => string.Join('|', option.Choices);

    private static void WriteEntry(TextWriter output, string name, string text, int column)
    {
        output.Write(new string(' ', Indent));
        output.Write(name);
        int used = Indent + name.Length;
        if (used + 2 > column)
        {
            output.WriteLine();
            used = 0;
        }
        output.Write(new string(' ', column - used));
        WriteWrapped(output, text, column, column, isStarted: true);
    }

    /// <summary>Breaks between words; the first line starts at <paramref name="first"/>, where the caller may already be.</summary>
    private static void WriteWrapped(TextWriter output, string text, int first, int column, bool isStarted = false)
    {
        if (!isStarted) output.Write(new string(' ', first));
        int at = first;
        bool isLineStart = true;
        foreach (string word in text.Split(' '))
        {
            if (!isLineStart && at + 1 + word.Length > Width)
            {
                output.WriteLine();
                output.Write(new string(' ', column));
                at = column;
                isLineStart = true;
            }
            if (!isLineStart)
            {
                output.Write(' ');
                at++;
            }
            output.Write(word);
            at += word.Length;
            isLineStart = false;
        }
        output.WriteLine();
    }

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
