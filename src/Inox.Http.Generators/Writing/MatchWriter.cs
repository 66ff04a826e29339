using System.Text;

namespace Inox.Http.Generators;

/// <summary>
/// Writes the tree as code: one method a node, which looks at one segment. A switch on its length leaves one comparison for most literals; what
/// does not match further down is tried with the next kind of segment.
/// </summary>
internal sealed class MatchWriter(CodeWriter code)
{
    private readonly List<(RouteTree Node, int Depth)> _nodes = [];

    public void Write(RouteTree root)
    {
        code.Open("public override int Match(HttpRequest request, out MethodSet allowed)");
        code.Line("allowed = MethodSet.None;");
        code.Line("ReadOnlySpan<byte> path = request.Path;");
        code.Line("if (path.IsEmpty) path = \"/\"u8;");
        code.Line("return path[0] == (byte)'/' ? Node0(request, path, 0, ref allowed) : NotFound;");
        code.Close();
        Name(root, 0);
        for (int i = 0; i < _nodes.Count; i++)
        {
            code.Line();
            WriteNode(i, _nodes[i].Node, _nodes[i].Depth);
        }
    }

    private int Name(RouteTree node, int depth)
    {
        _nodes.Add((node, depth));
        return _nodes.Count - 1;
    }

    private void WriteNode(int index, RouteTree node, int depth)
    {
        code.Open($"private static int Node{index}(HttpRequest request, ReadOnlySpan<byte> path, int at, ref MethodSet allowed)");
        if (node.Ends.Count > 0)
        {
            code.Open("if (at == path.Length)");
            WriteEnds(node.Ends);
            if (node.CatchAlls.Count == 0) code.Line("return NotFound;");
            code.Close();
        }
        else if (node.CatchAlls.Count == 0)
        {
            code.Line("if (at == path.Length) return NotFound;");
        }
        if (node.Literals.Count > 0 || node.Parameters.Count > 0)
        {
            if (node.CatchAlls.Count > 0) code.Open("if (at < path.Length)");
            code.Line("int start = at + 1, length = path[start..].IndexOf((byte)'/');");
            code.Line("if (length < 0) length = path.Length - start;");
            code.Line("int end = start + length;");
            WriteLiterals(node, depth);
            WriteParameters(node, depth);
            if (node.CatchAlls.Count > 0) code.Close();
        }
        if (node.CatchAlls.Count > 0) WriteCatchAlls(node, depth);
        code.Line("return NotFound;");
        code.Close();
    }

    private void WriteLiterals(RouteTree node, int depth)
    {
        if (node.Literals.Count == 0) return;
        code.Open("switch (length)");
        foreach (IGrouping<int, KeyValuePair<string, RouteTree>> group in node.Literals.GroupBy(pair => Encoding.UTF8.GetByteCount(pair.Key)).OrderBy(each => each.Key))
        {
            code.Line($"case {group.Key}:");
            foreach (KeyValuePair<string, RouteTree> pair in group)
            {
                code.Open($"if (path.Slice(start, {group.Key}).SequenceEqual({CodeWriter.Utf8(pair.Key)}))");
                code.Line($"int route = Node{Name(pair.Value, depth)}(request, path, end, ref allowed);");
                code.Line("if (route >= 0) return route;");
                code.Close();
            }
            code.Line("break;");
        }
        code.Close();
    }

    private void WriteParameters(RouteTree node, int depth)
    {
        foreach ((EquatableArray<string> constraints, RouteTree child) in node.Parameters)
        {
            StringBuilder condition = new("length > 0");
            foreach (string constraint in constraints) condition.Append(" && RouteConstraint.").AppendFormat(constraint, "path.Slice(start, length)");
            code.Open($"if ({condition})");
            code.Line($"int route = Node{Name(child, depth + 1)}(request, path, end, ref allowed);");
            code.Open("if (route >= 0)");
            code.Line($"request.SetRouteValue({depth}, start, length);");
            code.Line("return route;");
            code.Close();
            code.Close();
        }
    }

    // A catch-all takes what is behind the slash, or nothing at the end.
    private void WriteCatchAlls(RouteTree node, int depth)
    {
        code.Line("int restStart = Math.Min(at + 1, path.Length);");
        code.Line($"request.SetRouteValue({depth}, restStart, path.Length - restStart);");
        WriteEnds(node.CatchAlls);
    }

    private void WriteEnds(List<RouteTree.Entry> ends)
    {
        IGrouping<string, RouteTree.Entry>[] methods = [.. ends.GroupBy(entry => entry.Route.Method)];
        bool hasHead = methods.Any(group => group.Key == "HEAD");
        code.Open("switch (request.Method)");
        foreach (IGrouping<string, RouteTree.Entry> group in methods.Where(group => Known(group.Key) is not null))
        {
            code.Line($"case RequestMethod.{Known(group.Key)}:");
            // HEAD is GET without the body (RFC 9110 section 9.3.2).
            if (group.Key == "GET" && !hasHead) code.Line("case RequestMethod.Head:");
            WriteChoice(group);
        }
        foreach (IGrouping<string, RouteTree.Entry> group in methods.Where(group => Known(group.Key) is null))
        {
            code.Line($"case RequestMethod.Other when request.MethodBytes.SequenceEqual({CodeWriter.Utf8(group.Key)}):");
            WriteChoice(group);
        }
        code.Close();
        string[] flags = [.. methods.Select(group => Known(group.Key)).Where(name => name is not null).Select(name => "MethodSet." + name)];
        if (flags.Length > 0) code.Line($"allowed |= {string.Join(" | ", flags)};");
    }

    // Routes that ask for a host or a field come first; there is at most one that does not.
    private void WriteChoice(IEnumerable<RouteTree.Entry> entries)
    {
        foreach (RouteTree.Entry entry in entries.OrderBy(each => each.Route.HasPredicate ? 0 : 1))
        {
            List<string> conditions = [];
            if (entry.Route.Host is { } host) conditions.Add($"RouteConstraint.IsHost(request, {CodeWriter.Utf8(host.StartsWith("*.", StringComparison.Ordinal) ? host.Substring(1) : host)})");
            if (entry.Route.Field is { } field)
            {
                string[] parts = field.Split([':'], 2);
                conditions.Add($"RouteConstraint.HasField(request, {CodeWriter.Utf8(parts[0].Trim())}, {CodeWriter.Utf8(parts.Length > 1 ? parts[1].Trim() : "")})");
            }
            code.Line(conditions.Count == 0 ? $"    return {entry.Number};" : $"    if ({string.Join(" && ", conditions)}) return {entry.Number};");
            if (conditions.Count == 0) return;
        }
        code.Line("    break;");
    }

    private static string? Known(string method) => method switch
    {
        "GET" => "Get",
        "HEAD" => "Head",
        "POST" => "Post",
        "PUT" => "Put",
        "DELETE" => "Delete",
        "PATCH" => "Patch",
        "OPTIONS" => "Options",
        "TRACE" => "Trace",
        "CONNECT" => "Connect",
        _ => null,
    };
}
