using System.Text;
using Inox.Core;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Syntax;
using Xunit;

namespace Inox.JavaScript.Tests.Parsing;

/// <summary>
/// What parsing and printing allocate is the same on every machine, so it may not grow unnoticed. A figure below its limit by more than a
/// hundredth is a reason to lower the limit.
/// </summary>
public sealed class AllocationTests
{
    public static TheoryData<Language, string, double> Limits => new()
    {
        { Language.JavaScript, "function add#(left, right) { if (left === undefined) return right; return left.value + right.items[0].value * #; }\n", 12.0 },
        { Language.JavaScript, "const point# = { x: #, y: -1, name: 'point', move(by) { this.x += by; }, scale: factor => [factor * 2, factor] };\n", 17.0 },
        { Language.Tsx, "export const Item# = ({ title, size = # }: Props<string>) => <li className=\"item\" key={title}>{size > 1 ? title : null}</li>;\n", 19.4 },
        { Language.TypeScript, "interface Shape# { readonly kind: 'square' | 'circle'; size?: number; area(scale: number): Map<string, number[]>; }\n", 12.1 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Bytes_allocated_for_each_character(Language language, string line, double limit)
    {
        SourceText source = Repeat(line);
        ParseOptions options = new() { Language = language, SourceType = SourceType.Module };
        Allocated(() => JsParser.Parse(source, options));
        double bytes = (double)Allocated(() => JsParser.Parse(source, options)) / source.Text.Length;

        Assert.True(bytes <= limit, $"{bytes:f2} bytes for each character, the limit is {limit:f2}");
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Printing_allocates_nothing(Language language, string line, double _)
    {
        SourceText source = Repeat(line);
        ParseResult parsed = JsParser.Parse(source, new() { Language = language, SourceType = SourceType.Module });
        using CharWriter output = new(source.Text.Length * 2);
        Allocated(Print);

        // the printer itself and its lists
        Assert.InRange(Allocated(Print), 0, 1024);

        void Print()
        {
            output.Truncate(0);
            new JsPrinter(output, PrintOptions.Default, parsed.Source, parsed.Comments).PrintProgram(parsed.Program);
        }
    }

    private static SourceText Repeat(string line)
    {
        StringBuilder text = new();
        for (int i = 1000; i < 2000; i++) text.Append(line.Replace("#", i.ToString(), StringComparison.Ordinal));
        return SourceText.Decode("test", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static long Allocated(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
