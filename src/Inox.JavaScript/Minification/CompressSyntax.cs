using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Says the same in fewer characters. Each round counts the uses of all names (<see cref="SymbolFacts"/>) and walks once from the leaves up,
/// applying the rules of this folder to each node (<see cref="MinifyRules"/>). The next round goes only into functions in which something changed that
/// another rule can go on from, or which use a name that is used otherwise than before. In a bundle, statements of the outermost level
/// stay apart, as the linker drops them one by one.
/// </summary>
internal sealed class CompressSyntax : TransformPass
{
    public override bool Applies(TransformContext context) => context.Options.MinifySyntax;

    private const int MaxRounds = 6;

    // A round looks at the uses of all names, so it should find some more: of TypeScript's compiler the second round takes 1,800 bytes,
    // the third 300, further ones 35.
    private const int CharactersForAChange = 50_000;

    public override void Run(TransformContext context)
    {
        Compressor compressor = new(context);
        for (int round = 0; round < MaxRounds; round++)
            if (compressor.RunRound() <= context.Program.End / CharactersForAChange) break;
        context.IsModelStale = true;
    }
}
