public partial class FoundryModel
{
    public static partial class XAI
    {
        public static readonly FoundryModel Grok46 = new() { Name = "grok-4.6", Version = "1", Format = "xAI" };

        public static readonly FoundryModel Phi4 = new() { Name = "Phi-4", Version = "7", Format = "Microsoft" };
    }
}
