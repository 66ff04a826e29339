using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Inox.Cli;
using Inox.Core;
using Inox.JavaScript;
using Inox.JavaScript.Printing;

// How fast files are parsed and printed, within one process: `Inox.ParseBench ROUNDS FILE...` takes all files as one job, so that many small
// ones can be measured, and writes a line of JSON with the lowest and the median round, in milliseconds, and what was allocated, in bytes.
// Best as a native binary on a quiet machine; CPU time is told beside because it holds on a busy one too.
HeapPages.UseLargePages();
int rounds = int.Parse(args[0], CultureInfo.InvariantCulture);
SourceText[] sources = [.. args[1..].Select(path => SourceText.Decode(path, File.ReadAllBytes(path)))];
ParseOptions[] options = [.. args[1..].Select(ParseOptions.ForPath)];
ParseResult[] parsed = new ParseResult[sources.Length];
Rounds parse = new(), print = new(), both = new();
using CharWriter text = new();
ArrayBufferWriter<byte> utf8 = new();
int findings = 0;
for (int round = 0; round < rounds; round++)
{
    Array.Clear(parsed);
    parse.Run(Parse);
    print.Run(Print);
    both.Add(parse, print);
}
foreach (ParseResult result in parsed) findings += result.Diagnostics.Length;
Console.WriteLine($$$"""{"files":{{{sources.Length}}},"characters":{{{sources.Sum(source => (long)source.Text.Length)}}},"findings":{{{findings}}},"printed":{{{utf8.WrittenCount}}},"jobs":{"parse":{{{parse}}},"print":{{{print}}},"parse + print":{{{both}}}}}""");

void Parse()
{
    for (int i = 0; i < sources.Length; i++) parsed[i] = JsParser.Parse(sources[i], options[i]);
}

// Bundles are written like this: the printer's text goes to a file, there is no string of it.
void Print()
{
    utf8.Clear();
    foreach (ParseResult result in parsed)
    {
        text.Truncate(0);
        JsPrinter printer = new(text, PrintOptions.Default, result.Source, result.Comments);
        printer.PrintProgram(result.Program);
        text.WriteUtf8(utf8);
    }
}

/// <summary>What the rounds of one job took.</summary>
internal sealed class Rounds
{
    private readonly List<double> _wall = [], _cpu = [];
    private long _allocated;

    public void Run(Action job)
    {
        GC.Collect();
        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        job();
        _wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        _cpu.Add((Environment.CpuUsage.TotalTime - cpuBefore).TotalMilliseconds);
        _allocated = GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Adds the last rounds of two jobs as one round.</summary>
    public void Add(Rounds first, Rounds second)
    {
        _wall.Add(first._wall[^1] + second._wall[^1]);
        _cpu.Add(first._cpu[^1] + second._cpu[^1]);
        _allocated = first._allocated + second._allocated;
    }

    public override string ToString()
    {
        _wall.Sort();
        _cpu.Sort();
        return string.Create(CultureInfo.InvariantCulture, $$"""{"min":{{_wall[0]:f2}},"median":{{_wall[_wall.Count / 2]:f2}},"cpu":{{_cpu[0]:f2}},"allocated":{{_allocated}}}""");
    }
}
