using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Xunit;

namespace Inox.JavaScript.Tests.Semantics;

public sealed class ControlFlowTests
{
    // A call of a function whose name says whether it can be reached: `yes()` or `no()`.
    [Theory]
    [InlineData("yes(); return; no()")]
    [InlineData("if (a) { yes(); return } yes()")]
    [InlineData("if (a) return; else throw 1; no()")]
    [InlineData("if (true) yes(); else no(); yes()")]
    [InlineData("if (false && a) no(); yes()")]
    [InlineData("if (a || true) yes(); else no()")]
    [InlineData("if (!true) no()")]
    [InlineData("while (true) { yes() } no()")]
    [InlineData("while (true) { if (a) break; yes() } yes()")]
    [InlineData("while (false) { no() } yes()")]
    [InlineData("for (;;) { yes(); continue; no() } no()")]
    [InlineData("for (;; no()) { break } yes()")]
    [InlineData("for (a of b) { yes(); break; no() } yes()")]
    [InlineData("do { yes() } while (a); yes()")]
    [InlineData("do { yes(); break; no() } while (no()); yes()")]
    [InlineData("do { continue; no() } while (yes()); yes()")]
    [InlineData("x: { yes(); break x; no() } yes()")]
    [InlineData("x: for (;;) { for (;;) { break x; } no() } yes()")]
    [InlineData("x: for (;;) { for (;;) { continue x; } no() } no()")]
    [InlineData("switch (a) { case 1: yes(); break; no(); case 2: yes(); default: yes() } yes()")]
    [InlineData("switch (a) { case 1: return; default: return } no()")]
    [InlineData("switch (a) { case 1: return } yes()")]
    [InlineData("try { yes(); return } catch { yes() } yes()")]
    [InlineData("try { return } finally { yes() } no()")]
    [InlineData("try { throw a } catch { yes() } yes()")]
    [InlineData("try { throw a; no() } finally { yes() } no()")]
    [InlineData("try { yes() } catch { return } finally { yes() } yes()")]
    [InlineData("try { return } catch { return } finally { yes() } no()")]
    [InlineData("for (;;) { try { break } finally { yes() } no() } yes()")]
    [InlineData("x: try { try { break x } finally { yes() } no() } finally { yes() } yes()")]
    [InlineData("try { yes() } finally { return } no()")]
    [InlineData("a?.b(yes()); a && yes(); a ?? yes(); a ? yes() : yes()")]
    [InlineData("true ? yes() : no()")]
    [InlineData("throw yes(); no()")]
    [InlineData("const { a = yes() } = b; yes()")]
    [InlineData("return; function f() {} no()")]
    public void Calls_are_reached_or_not(string body)
    {
        ControlFlowGraph graph = Build($"function f() {{ {body} }}");
        Dictionary<CallExpression, bool> isReached = [];
        for (int block = 0; block < graph.Blocks.Length; block++)
        {
            foreach (Node node in graph.GetNodes(block))
                if (node is CallExpression { Callee: IdentifierReference { Name: "yes" or "no" } } call) isReached[call] = isReached.GetValueOrDefault(call) || graph.Blocks[block].IsReachable;
        }
        foreach ((CallExpression call, bool reached) in isReached) Assert.True(reached == (((IdentifierReference)call.Callee).Name == "yes"), $"{call} in {body}");
        Assert.Equal(body.Split("yes()").Length + body.Split("no()").Length - 2, isReached.Count);
    }

    [Theory]
    [InlineData("a; b", true)]
    [InlineData("return", true)]
    [InlineData("throw a", false)]
    [InlineData("for (;;);", false)]
    [InlineData("try { throw a } catch { }", true)]
    public void The_end_is_reached_or_not(string body, bool expected) =>
        Assert.Equal(expected, Build($"function f() {{ {body} }}").Blocks[ControlFlowGraph.Exit].IsReachable);

    [Fact]
    public void Edges_are_listed_from_both_ends()
    {
        ControlFlowGraph graph = Build("function f() { for (a of b) if (c) d(); else e() }");
        List<FlowEdge> forward = [], backward = [];
        for (int block = 0; block < graph.Blocks.Length; block++)
        {
            foreach (FlowEdge edge in graph.GetSuccessors(block)) forward.Add(edge);
            foreach (FlowEdge edge in graph.GetPredecessors(block)) backward.Add(edge);
        }
        Assert.Equal(forward.Order(Comparer<FlowEdge>.Create(static (a, b) => a.GetHashCode().CompareTo(b.GetHashCode()))), backward.Order(Comparer<FlowEdge>.Create(static (a, b) => a.GetHashCode().CompareTo(b.GetHashCode()))));
        Assert.Contains(forward, edge => edge.Kind == FlowEdgeKind.Back);
    }

    [Fact]
    public void Operands_come_before_operators()
    {
        ControlFlowGraph graph = Build("function f() { a(b, c.d) }");
        List<string> order = [];
        for (int block = 0; block < graph.Blocks.Length; block++)
            foreach (Node node in graph.GetNodes(block)) if (node is Expression) order.Add(node.Kind.ToString());
        Assert.Equal(["IdentifierReference", "IdentifierReference", "IdentifierReference", "MemberExpression", "CallExpression"], order);
    }

    [Fact]
    public void Finalizers_within_finalizers_do_not_multiply()
    {
        string nested = string.Concat(Enumerable.Repeat("try { a() } finally { ", 40)) + "b()" + new string('}', 40);
        Assert.InRange(Build($"function f() {{ {nested} }}").Blocks.Length, 100, 5_000);
    }

    [Fact]
    public void Very_deep_code_has_a_graph() => Assert.True(Build($"function f() {{ return {string.Concat(Enumerable.Repeat("a+(", 20_000))}1{new string(')', 20_000)} }}").Blocks.Length > 3);

    private static ControlFlowGraph Build(string source) => ControlFlowGraph.Build(JsParser.Parse("test.js", source).Program.Body[0]);
}
