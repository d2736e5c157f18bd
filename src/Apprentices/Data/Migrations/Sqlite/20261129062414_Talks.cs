using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Talks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EvaluationSignatures_EvaluationId_PersonId",
                table: "EvaluationSignatures");

            migrationBuilder.DropIndex(
                name: "IX_Evaluations_ApprenticeshipId_Number",
                table: "Evaluations");

            migrationBuilder.AddColumn<int>(
                name: "Addendum",
                table: "EvaluationSignatures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "EvaluationSignatures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "EvaluationSignatures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "EvaluationSignatures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "EvaluationSignatures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Agenda",
                table: "Evaluations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BegunAt",
                table: "Evaluations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CalendarSequence",
                table: "Evaluations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "FormEditionId",
                table: "Evaluations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Evaluations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Minutes",
                table: "Evaluations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 60);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "Evaluations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SigningSteps",
                table: "Evaluations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<TimeOnly>(
                name: "StartsAt",
                table: "Evaluations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Subject",
                table: "Evaluations",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "VideoLink",
                table: "Evaluations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgreedActions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    ResponsibleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResponsibleName = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreedActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreedActions_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AgreedActions_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AgreedActions_People_DoneById",
                        column: x => x.DoneById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreedActions_People_ResponsibleId",
                        column: x => x.ResponsibleId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationAddenda",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: false),
                    WriterName = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LockedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationAddenda", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvaluationAddenda_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EvaluationAddenda_People_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Party = table.Column<int>(type: "INTEGER", nullable: false),
                    Question = table.Column<string>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalCode = table.Column<string>(type: "TEXT", nullable: true),
                    GoalTitle = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Level = table.Column<int>(type: "INTEGER", nullable: true),
                    Choice = table.Column<string>(type: "TEXT", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Number = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvaluationAnswers_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShippedKey = table.Column<string>(type: "TEXT", nullable: true),
                    Kinds = table.Column<string>(type: "TEXT", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name_En = table.Column<string>(type: "TEXT", nullable: false),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: false),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationForms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationPreparations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsAwaited = table.Column<bool>(type: "INTEGER", nullable: false),
                    Party = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HandedInAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationPreparations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvaluationPreparations_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EvaluationPreparations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IssuedDocuments",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssuedDocuments", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "SealedTalks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Addendum = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedTalks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SealedTalks_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TalkBlocks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    WriterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkBlocks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalkBlocks_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TalkBlocks_People_WriterId",
                        column: x => x.WriterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TalkMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    RecipientId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GuestEmail = table.Column<string>(type: "TEXT", nullable: true),
                    Addressee = table.Column<string>(type: "TEXT", nullable: false),
                    QueuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastFailure = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkMails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalkMails_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TalkMails_People_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TalkMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FromAt = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    ToOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ToAt = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalkMoves_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TalkMoves_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TalkOpenings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkOpenings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalkOpenings_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TalkOpenings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TalkParticipants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GuestName = table.Column<string>(type: "TEXT", nullable: true),
                    GuestRole = table.Column<string>(type: "TEXT", nullable: true),
                    GuestEmail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkParticipants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalkParticipants_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TalkParticipants_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationFormEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PublishedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationFormEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvaluationFormEditions_EvaluationForms_FormId",
                        column: x => x.FormId,
                        principalTable: "EvaluationForms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EvaluationFormEditions_People_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BlockSuggestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BlockId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlockSuggestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BlockSuggestions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BlockSuggestions_TalkBlocks_BlockId",
                        column: x => x.BlockId,
                        principalTable: "TalkBlocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationSignatures_EvaluationId_Addendum_PersonId_Role",
                table: "EvaluationSignatures",
                columns: new[] { "EvaluationId", "Addendum", "PersonId", "Role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_ApprenticeshipId_Kind_Number",
                table: "Evaluations",
                columns: new[] { "ApprenticeshipId", "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgreedActions_ApprenticeshipId_DoneOn_DueOn",
                table: "AgreedActions",
                columns: new[] { "ApprenticeshipId", "DoneOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AgreedActions_DoneById",
                table: "AgreedActions",
                column: "DoneById");

            migrationBuilder.CreateIndex(
                name: "IX_AgreedActions_EvaluationId",
                table: "AgreedActions",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreedActions_ResponsibleId_DoneOn_DueOn",
                table: "AgreedActions",
                columns: new[] { "ResponsibleId", "DoneOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_BlockSuggestions_BlockId",
                table: "BlockSuggestions",
                column: "BlockId");

            migrationBuilder.CreateIndex(
                name: "IX_BlockSuggestions_PersonId",
                table: "BlockSuggestions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationAddenda_EvaluationId_Number",
                table: "EvaluationAddenda",
                columns: new[] { "EvaluationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationAddenda_WrittenById",
                table: "EvaluationAddenda",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationAnswers_EvaluationId_Party_Question_GoalId",
                table: "EvaluationAnswers",
                columns: new[] { "EvaluationId", "Party", "Question", "GoalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationAnswers_GoalId",
                table: "EvaluationAnswers",
                column: "GoalId");

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationAnswers_Question_Party",
                table: "EvaluationAnswers",
                columns: new[] { "Question", "Party" });

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationFormEditions_FormId_Number",
                table: "EvaluationFormEditions",
                columns: new[] { "FormId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationFormEditions_PublishedById",
                table: "EvaluationFormEditions",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationForms_ShippedKey",
                table: "EvaluationForms",
                column: "ShippedKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationPreparations_EvaluationId_Party",
                table: "EvaluationPreparations",
                columns: new[] { "EvaluationId", "Party" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationPreparations_PersonId",
                table: "EvaluationPreparations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SealedTalks_EvaluationId_Addendum",
                table: "SealedTalks",
                columns: new[] { "EvaluationId", "Addendum" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SealedTalks_Hash",
                table: "SealedTalks",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_TalkBlocks_EvaluationId_Question",
                table: "TalkBlocks",
                columns: new[] { "EvaluationId", "Question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TalkBlocks_WriterId",
                table: "TalkBlocks",
                column: "WriterId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkMails_EvaluationId_Kind_Sequence_Addressee",
                table: "TalkMails",
                columns: new[] { "EvaluationId", "Kind", "Sequence", "Addressee" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TalkMails_RecipientId",
                table: "TalkMails",
                column: "RecipientId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkMails_SentAt_CancelledAt_NextTryAt",
                table: "TalkMails",
                columns: new[] { "SentAt", "CancelledAt", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TalkMoves_ById",
                table: "TalkMoves",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_TalkMoves_EvaluationId",
                table: "TalkMoves",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkOpenings_EvaluationId_OpenedAt",
                table: "TalkOpenings",
                columns: new[] { "EvaluationId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TalkOpenings_PersonId",
                table: "TalkOpenings",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkParticipants_EvaluationId",
                table: "TalkParticipants",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkParticipants_PersonId",
                table: "TalkParticipants",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_FormEditionId",
                table: "Evaluations",
                column: "FormEditionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Evaluations_FormEditionId",
                table: "Evaluations");

            migrationBuilder.DropTable(
                name: "AgreedActions");

            migrationBuilder.DropTable(
                name: "BlockSuggestions");

            migrationBuilder.DropTable(
                name: "EvaluationAddenda");

            migrationBuilder.DropTable(
                name: "EvaluationAnswers");

            migrationBuilder.DropTable(
                name: "EvaluationFormEditions");

            migrationBuilder.DropTable(
                name: "EvaluationPreparations");

            migrationBuilder.DropTable(
                name: "IssuedDocuments");

            migrationBuilder.DropTable(
                name: "SealedTalks");

            migrationBuilder.DropTable(
                name: "TalkMails");

            migrationBuilder.DropTable(
                name: "TalkMoves");

            migrationBuilder.DropTable(
                name: "TalkOpenings");

            migrationBuilder.DropTable(
                name: "TalkParticipants");

            migrationBuilder.DropTable(
                name: "TalkBlocks");

            migrationBuilder.DropTable(
                name: "EvaluationForms");

            migrationBuilder.DropIndex(
                name: "IX_EvaluationSignatures_EvaluationId_Addendum_PersonId_Role",
                table: "EvaluationSignatures");

            migrationBuilder.DropIndex(
                name: "IX_Evaluations_ApprenticeshipId_Kind_Number",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "Addendum",
                table: "EvaluationSignatures");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "EvaluationSignatures");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "EvaluationSignatures");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "EvaluationSignatures");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "EvaluationSignatures");

            migrationBuilder.DropColumn(
                name: "Agenda",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "BegunAt",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "CalendarSequence",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "FormEditionId",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "Minutes",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "SigningSteps",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "StartsAt",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "VideoLink",
                table: "Evaluations");

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationSignatures_EvaluationId_PersonId",
                table: "EvaluationSignatures",
                columns: new[] { "EvaluationId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_ApprenticeshipId_Number",
                table: "Evaluations",
                columns: new[] { "ApprenticeshipId", "Number" },
                unique: true);
        }
    }
}
